import type { AccountRole, CrewRole } from '../context/index.ts'

const everybody = ['moderator', 'editor', 'admin', 'owner'] as const
const editors = ['editor', 'admin', 'owner'] as const
const admins = ['admin', 'owner'] as const
const owners = ['owner'] as const

/** What each role of the crew may do. The only place that says so: a test walks it, and a verb without a line here is refused. */
export const permissions = {
  'studio.view': everybody,
  'moderation.act': everybody,
  'fans.view': everybody,
  'brand.edit': editors,
  'brand.publish': admins,
  'pages.edit': editors,
  'pages.publish': editors,
  'pages.delete': admins,
  'legal.edit': admins,
  'media.edit': editors,
  'media.delete': editors,
  'slugs.edit': editors,
  'catalogue.edit': editors,
  'catalogue.publish': editors,
  'tiers.edit': admins,
  'members.view': everybody,
  'members.edit': admins,
  'insight.view': editors,
  'takedowns.decide': admins,
  'events.edit': editors,
  'links.edit': editors,
  'crew.view': editors,
  'crew.manage': admins,
  'consent.edit': admins,
  'settings.edit': admins,
  'domains.edit': admins,
  'audit.view': admins,
  'money.view': admins,
  'money.edit': owners,
  'site.close': owners,
} as const satisfies Record<string, readonly CrewRole[]>

export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]

const rank: Record<AccountRole, number> = { fan: 0, moderator: 1, editor: 2, admin: 3, owner: 4 }

export function can(role: AccountRole, permission: Permission): boolean {
  const allowed: readonly AccountRole[] = permissions[permission]
  return allowed.includes(role)
}

/** Nobody touches, and nobody makes, somebody above their own rank; so only an owner makes an owner. */
export const reaches = (actor: AccountRole, other: AccountRole): boolean => rank[actor] >= rank[other]

/** The roles that `actor` may give. */
export const grantableRoles = (actor: AccountRole): CrewRole[] =>
  can(actor, 'crew.manage') ? everybody.filter((role) => reaches(actor, role)) : []

import { describe, expect, it } from 'vitest'
import type { AccountRole, Actor } from '../context/index.ts'
import { can, grantableRoles, permissionNames, permissions, reaches } from './permissions.ts'
import { allows, requireAccount, requirePermission } from './require-permission.ts'

const roles: AccountRole[] = ['fan', 'moderator', 'editor', 'admin', 'owner']
const actor = (role: AccountRole): Actor => ({
  kind: 'account',
  accountId: 'a',
  role,
  name: 'A',
  email: 'a@example.com',
  sessionId: 's',
  authenticatedAt: new Date(),
  hasSecondFactor: false,
})

describe.each(permissionNames)('%s', (permission) => {
  it('is never a fan’s, and always the owner’s', () => {
    expect(can('fan', permission)).toBe(false)
    expect(can('owner', permission)).toBe(true)
  })

  it('once a role may, every higher role may', () => {
    const answers = roles.map((role) => can(role, permission))
    expect(answers).toEqual([...answers].sort((a, b) => Number(a) - Number(b)))
  })

  it.each(roles)('is asked of %s as the table says', (role) => {
    const allowed = (permissions[permission] as readonly AccountRole[]).includes(role)
    expect(allows(actor(role), permission)).toBe(allowed)
    if (allowed) expect(requirePermission({ actor: actor(role) }, permission).actor.role).toBe(role)
    else expect(() => requirePermission({ actor: actor(role) }, permission)).toThrowError('forbidden')
  })

  it('sends the anonymous to sign in', () => {
    expect(() => requirePermission({ actor: { kind: 'anonymous' } }, permission)).toThrowError('unauthenticated')
    expect(() => requirePermission({ actor: { kind: 'system' } }, permission)).toThrowError('unauthenticated')
    expect(allows({ kind: 'anonymous' }, permission)).toBe(false)
  })
})

describe('the table, read aloud', () => {
  it.each([
    ['moderator', ['studio.view', 'moderation.act', 'fans.view', 'members.view']],
    [
      'editor',
      [
        ...['studio.view', 'moderation.act', 'fans.view', 'brand.edit', 'pages.edit', 'pages.publish', 'media.edit', 'media.delete'],
        ...['slugs.edit', 'catalogue.edit', 'catalogue.publish', 'members.view', 'insight.view', 'events.edit', 'links.edit', 'crew.view'],
      ],
    ],
    ['admin', permissionNames.filter((name) => name !== 'money.edit' && name !== 'site.close')],
    ['owner', permissionNames],
  ] as const)('%s', (role, may) => {
    expect(permissionNames.filter((name) => can(role, name))).toEqual([...may])
  })
})

describe('rank', () => {
  it('reaches to its own height', () => {
    for (const [i, a] of roles.entries()) for (const [j, b] of roles.entries()) expect(reaches(a, b)).toBe(i >= j)
  })

  it('lets only an owner make an owner', () => {
    expect(grantableRoles('owner')).toEqual(['moderator', 'editor', 'admin', 'owner'])
    expect(grantableRoles('admin')).toEqual(['moderator', 'editor', 'admin'])
    expect(grantableRoles('editor')).toEqual([])
    expect(grantableRoles('fan')).toEqual([])
  })
})

it('somebody signed in is enough for an account’s own pages', () => {
  expect(requireAccount({ actor: actor('fan') }).actor.role).toBe('fan')
  expect(() => requireAccount({ actor: { kind: 'anonymous' } })).toThrowError('unauthenticated')
})

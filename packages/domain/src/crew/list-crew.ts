import { withTenant } from '@residency/db'
import type { CrewRole, TenantContext } from '../context/index.ts'
import { grantableRoles, reaches, requirePermission } from '../policy/index.ts'

export interface CrewMember {
  id: string
  name: string
  email: string
  role: CrewRole
  hasSecondFactor: boolean
  lastSeenAt: Date | null
  since: Date
  isMe: boolean
  /** Whether the one who looks may change or remove this member. */
  editable: boolean
}

export interface OpenInvitation {
  id: string
  email: string
  role: CrewRole
  createdAt: Date
  expiresAt: Date
  expired: boolean
  editable: boolean
}

export interface Crew {
  members: CrewMember[]
  invitations: OpenInvitation[]
  /** Roles that the one who looks may give. */
  grantable: CrewRole[]
}

/** The crew, highest rank first, and the invitations that wait. Throws `unauthenticated`, `forbidden`. */
export async function listCrew(given: TenantContext): Promise<Crew> {
  const ctx = requirePermission(given, 'crew.view')
  const grantable = grantableRoles(ctx.actor.role)
  const mayEdit = (role: CrewRole): boolean => grantable.length > 0 && reaches(ctx.actor.role, role)
  return withTenant(ctx.ref, async (db) => {
    const accounts = await db.account.findMany({
      where: { role: { not: 'fan' } },
      include: { sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 } },
      orderBy: [{ role: 'desc' }, { name: 'asc' }],
    })
    const waiting = await db.invitation.findMany({
      where: { acceptedAt: null, revokedAt: null },
      orderBy: { createdAt: 'desc' },
      take: 100,
    })
    const members = accounts.flatMap(({ id, name, email, role, totpConfirmedAt, createdAt, sessions }): CrewMember[] => {
      if (role === 'fan') return []
      const seen = sessions[0]?.lastSeenAt ?? null
      const isMe = id === ctx.actor.accountId
      return [
        {
          id,
          name,
          email,
          role,
          hasSecondFactor: totpConfirmedAt !== null,
          lastSeenAt: seen,
          since: createdAt,
          isMe,
          editable: mayEdit(role),
        },
      ]
    })
    const invitations = waiting.flatMap(({ id, email, role, createdAt, expiresAt }): OpenInvitation[] =>
      role === 'fan' ? [] : [{ id, email, role, createdAt, expiresAt, expired: expiresAt <= ctx.now(), editable: mayEdit(role) }],
    )
    return { members, invitations, grantable }
  })
}

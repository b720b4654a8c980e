import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { crewRoles, type TenantContext } from '../context/index.ts'
import { forbidden, notFound } from '../errors/index.ts'
import { reaches, requireNotLastOwner, requirePermission } from '../policy/index.ts'
import { endSessionsOf, type OpenedSession, rotateSessions } from '../sessions/index.ts'

export const changeRoleSchema = z.object({ accountId: z.uuid(), role: z.enum(crewRoles) })

/**
 * Gives a member of the crew another role and ends their sessions: a token taken under the old role is worth nothing under the new one.
 * Changing one's own role returns a new session. Throws `unauthenticated`, `forbidden` (above one's own rank, either way),
 * `not_found` (not crew), `conflict` (the last owner).
 */
export async function changeRole(given: TenantContext, input: z.output<typeof changeRoleSchema>): Promise<OpenedSession | null> {
  const ctx = requirePermission(given, 'crew.manage')
  return withTenant(ctx.ref, async (db) => {
    const member = await db.account.findFirst({ where: { id: input.accountId, role: { not: 'fan' } } })
    if (!member) throw notFound()
    if (!reaches(ctx.actor.role, member.role) || !reaches(ctx.actor.role, input.role)) throw forbidden()
    if (member.role === input.role) return null
    if (member.role === 'owner') await requireNotLastOwner(db, member.id)
    await db.account.update({ where: db.key(member.id), data: { role: input.role } })
    const data = { name: member.name, from: member.role, to: input.role }
    await recordAudit(db, ctx, { action: 'crew.roleChanged', subjectKind: 'account', subjectId: member.id, data })
    if (member.id === ctx.actor.accountId) return rotateSessions(db, ctx)
    await endSessionsOf(db, member.id)
    return null
  })
}

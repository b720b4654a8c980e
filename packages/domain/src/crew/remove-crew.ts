import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { forbidden, notFound } from '../errors/index.ts'
import { can, reaches, requireNotLastOwner, requirePermission } from '../policy/index.ts'
import { endSessionsOf, type OpenedSession, rotateSessions } from '../sessions/index.ts'

export const removeCrewSchema = z.object({ accountId: z.uuid() })

/**
 * Takes somebody out of the crew: they stay a fan with their account, and their sessions end. Everybody may take themselves out and stays signed in.
 * Throws `unauthenticated`, `forbidden`, `not_found` (not crew), `conflict` (the last owner).
 */
export async function removeCrew(given: TenantContext, input: z.output<typeof removeCrewSchema>): Promise<OpenedSession | null> {
  const ctx = requirePermission(given, 'studio.view')
  const myself = input.accountId === ctx.actor.accountId
  if (!myself && !can(ctx.actor.role, 'crew.manage')) throw forbidden()
  return withTenant(ctx.ref, async (db) => {
    const member = await db.account.findFirst({ where: { id: input.accountId, role: { not: 'fan' } } })
    if (!member) throw notFound()
    if (!reaches(ctx.actor.role, member.role)) throw forbidden()
    if (member.role === 'owner') await requireNotLastOwner(db, member.id)
    await db.account.update({ where: db.key(member.id), data: { role: 'fan' } })
    const data = { name: member.name, from: member.role }
    await recordAudit(db, ctx, { action: myself ? 'crew.left' : 'crew.removed', subjectKind: 'account', subjectId: member.id, data })
    if (myself) return rotateSessions(db, ctx)
    await endSessionsOf(db, member.id)
    return null
  })
}

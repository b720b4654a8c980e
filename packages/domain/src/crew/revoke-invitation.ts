import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { forbidden, notFound } from '../errors/index.ts'
import { reaches, requirePermission } from '../policy/index.ts'

export const revokeInvitationSchema = z.object({ invitationId: z.uuid() })

/** Takes an invitation back. Throws `unauthenticated`, `forbidden` (also for a role above one's own), `not_found` (none waits). */
export async function revokeInvitation(given: TenantContext, input: z.output<typeof revokeInvitationSchema>): Promise<void> {
  const ctx = requirePermission(given, 'crew.manage')
  await withTenant(ctx.ref, async (db) => {
    const invitation = await db.invitation.findFirst({ where: { id: input.invitationId, acceptedAt: null, revokedAt: null } })
    if (!invitation) throw notFound()
    if (!reaches(ctx.actor.role, invitation.role)) throw forbidden()
    await db.invitation.update({ where: db.key(invitation.id), data: { revokedAt: ctx.now() } })
    await recordAudit(db, ctx, {
      action: 'crew.invitationRevoked',
      subjectKind: 'invitation',
      subjectId: invitation.id,
      data: { role: invitation.role },
    })
  })
}

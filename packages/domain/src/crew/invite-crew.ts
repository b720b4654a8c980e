import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { crewRoles, type TenantContext } from '../context/index.ts'
import { conflict, forbidden } from '../errors/index.ts'
import { emailField, sendLink } from '../identity/index.ts'
import { reaches, requirePermission } from '../policy/index.ts'
import { hashToken, randomToken } from '../secrets/index.ts'

export const inviteCrewSchema = z.object({ email: emailField, role: z.enum(crewRoles) })

export const invitationDays = 7
/** Invitations that may wait at once: each sends a mail to an address of the inviter's choice. */
const mostOpen = 50

/**
 * Invites somebody to the crew by mail; an earlier invitation to the same address becomes worthless.
 * Throws `unauthenticated`, `forbidden` (also for a role above one's own), `conflict` (is crew already; too many invitations wait).
 */
export async function inviteCrew(given: TenantContext, input: z.output<typeof inviteCrewSchema>): Promise<{ invitationId: string }> {
  const ctx = requirePermission(given, 'crew.manage')
  const { email, role } = input
  if (!reaches(ctx.actor.role, role)) throw forbidden()
  const token = randomToken()
  const now = ctx.now()
  return withTenant(ctx.ref, async (db) => {
    const account = await db.account.findFirst({ where: { email } })
    if (account && account.role !== 'fan') throw conflict('account.alreadyCrew')
    const open = { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }
    if ((await db.invitation.count({ where: open })) >= mostOpen) throw conflict('account.tooManyInvitations')
    await db.invitation.updateMany({ where: { ...open, email }, data: { revokedAt: now } })
    const invitation = await db.invitation.create({
      data: {
        email,
        role,
        tokenHash: hashToken(token),
        invitedBy: ctx.actor.accountId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + invitationDays * 24 * 60 * 60_000),
      },
    })
    await recordAudit(db, ctx, { action: 'crew.invited', subjectKind: 'invitation', subjectId: invitation.id, data: { role } })
    const reader = account ?? { email, name: '', locale: null }
    await sendLink(db, ctx, reader, 'crewInvitation', token, { props: { role, invitedBy: ctx.actor.name } })
    return { invitationId: invitation.id }
  })
}

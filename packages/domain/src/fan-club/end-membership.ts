import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'

export const endMembershipSchema = z.object({ membershipId: z.uuid() })

/** Ends a membership that was granted; what it opened closes within a minute. Ended twice is ended once. Throws `forbidden`, `not_found`, `conflict` (it is paid for). */
export async function endMembership(given: TenantContext, input: z.output<typeof endMembershipSchema>): Promise<void> {
  const ctx = requirePermission(given, 'members.edit')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.membership.findUnique({ where: db.key(input.membershipId), include: { tier: { select: { slug: true } } } })
    if (!row) throw notFound()
    if (row.source === 'paid') throw conflict('membership.paid')
    if (row.endedAt) return
    await db.membership.update({ where: db.key(row.id), data: { endedAt: ctx.now() } })
    await recordAudit(db, ctx, {
      action: 'membership.ended',
      subjectKind: 'account',
      subjectId: row.accountId,
      data: { tier: row.tier.slug },
    })
  })
}

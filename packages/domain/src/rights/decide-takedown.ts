import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { tellClaimant, tellDesk } from './letters.ts'
import { bringMixBack, takeMixDown } from './mix-down.ts'
import { countStrikes, mostStrikes } from './strikes.ts'
import { lockClaim, takeStep } from './take-step.ts'

export const takedownIdSchema = z.object({ takedownId: z.uuid() })

export const decideTakedownSchema = takedownIdSchema.extend({
  decision: z.enum(['uphold', 'reject', 'reconsider']),
  /** Told to the claimant as it is written. */
  reason: z.string().trim().min(3, 'required').max(2_000, 'field.too_long'),
})

/**
 * The desk's word on a claim: the mix goes off the site (`uphold`), stays (`reject`), or comes back although the claim was upheld
 * (`reconsider`, as long as nobody has objected). Claimant and desk get a letter. Throws `not_found`, `conflict` (not from where the claim is),
 * `forbidden`.
 */
export async function decideTakedown(given: TenantContext, input: z.output<typeof decideTakedownSchema>): Promise<void> {
  const ctx = requirePermission(given, 'takedowns.decide')
  const { takedownId, decision, reason } = input
  await withTenant(ctx.ref, async (db) => {
    const row = await lockClaim(db, takedownId)
    const decided = { decidedAt: ctx.now(), decidedBy: ctx.actor.accountId, decision: reason }
    const after = await takeStep(db, ctx, row, decision, decided)
    if (decision === 'reject') return tellClaimant(db, ctx, after, 'claimRejected', { decision: reason })
    if (decision === 'reconsider') {
      if (await bringMixBack(db, ctx, after)) await tellDesk(db, ctx, after, 'mixRestored')
      return tellClaimant(db, ctx, after, 'claimRestored')
    }
    const publicationBefore = await takeMixDown(db, after)
    await db.takedown.update({ where: db.key(row.id), data: { publicationBefore } })
    await tellClaimant(db, ctx, after, 'claimUpheld', { decision: reason })
    await tellDesk(db, ctx, after, 'mixTakenDown', { decision: reason })
    if ((await countStrikes(db, ctx)) >= mostStrikes)
      await recordAudit(db, ctx, { action: 'takedown.repeated', subjectKind: 'takedown', subjectId: row.id, data: { within: '1 year' } })
  })
}

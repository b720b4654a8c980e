import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requireClaimId } from './claim-token.ts'
import { tellDesk } from './letters.ts'
import { lockClaim, takeStep } from './take-step.ts'

export const continueClaimSchema = z.object({
  unverifiedToken: z.string().max(1_000),
  /** Which court, which file: what shows that they went on. */
  statement: z.string().trim().min(10, 'field.too_short').max(2_000, 'field.too_long'),
})

/** The claimant went to court after a counter-notice: the mix stays down. Throws `not_found` (no such token), `conflict` (not at this point). */
export async function continueClaim(ctx: TenantContext, input: z.output<typeof continueClaimSchema>): Promise<void> {
  const takedownId = requireClaimId(ctx, input.unverifiedToken)
  await withTenant(ctx.ref, async (db) => {
    const row = await lockClaim(db, takedownId)
    const went = { continuedAt: ctx.now(), continuedStatement: input.statement, restoreAfter: null }
    await tellDesk(db, ctx, await takeStep(db, ctx, row, 'continue', went), 'claimContinued')
  })
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { businessDaysLater } from './business-days.ts'
import { takedownIdSchema } from './decide-takedown.ts'
import { tellClaimant } from './letters.ts'
import { lockClaim, takeStep } from './take-step.ts'

/** What 17 U.S.C. § 512(g)(2)(C) leaves the claimant at least; at most are fourteen. */
const waitDays = 10

export const counterTakedownSchema = takedownIdSchema.extend({
  name: z.string().trim().min(2, 'required').max(120, 'field.too_long'),
  statement: z.string().trim().min(20, 'field.too_short').max(4_000, 'field.too_long'),
  /** Under penalty of perjury: the mix was taken down by mistake. */
  sworn: z.literal(true, 'takedown.swear'),
})

/**
 * Objects to a claim that was upheld. The claimant is told, and has ten working days (in the tenant's zone) to go on; then the mix comes back
 * by itself. Once for each claim. Throws `not_found`, `conflict`, `forbidden`.
 */
export async function counterTakedown(
  given: TenantContext,
  input: z.output<typeof counterTakedownSchema>,
): Promise<{ restoreAfter: Date }> {
  const ctx = requirePermission(given, 'takedowns.decide')
  const { takedownId, name, statement } = input
  return withTenant(ctx.ref, async (db) => {
    const row = await lockClaim(db, takedownId)
    const restoreAfter = businessDaysLater(ctx.now(), waitDays, ctx.tenant.timeZone)
    const countered = { counterName: name, counterStatement: statement, counteredAt: ctx.now(), restoreAfter }
    const after = await takeStep(db, ctx, row, 'counter', countered)
    await tellClaimant(db, ctx, after, 'claimCountered', { until: restoreAfter.toISOString() })
    return { restoreAfter }
  })
}

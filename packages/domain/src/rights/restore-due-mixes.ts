import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { tellClaimant, tellDesk } from './letters.ts'
import { bringMixBack } from './mix-down.ts'
import { lockClaim, takeStep } from './take-step.ts'

/**
 * Ends every claim whose claimant let the time after a counter-notice pass, and brings its mix back. Run twice, or by two workers at once, it does
 * so once. Returns how many ended. For the worker alone.
 */
export async function restoreDueMixes(ctx: TenantContext): Promise<number> {
  const isDue = { state: 'countered', restoreAfter: { lte: ctx.now() } } as const
  const due = await withTenant(ctx.ref, (db) => db.takedown.findMany({ where: isDue, select: { id: true }, orderBy: { id: 'asc' } }))
  let ended = 0
  for (const { id } of due) {
    ended += await withTenant(ctx.ref, async (db) => {
      const row = await lockClaim(db, id)
      // Another worker, or the claimant, was quicker.
      if (row.state !== 'countered' || !row.restoreAfter || row.restoreAfter > ctx.now()) return 0
      const after = await takeStep(db, ctx, row, 'release', { restoreAfter: null })
      if (await bringMixBack(db, ctx, after)) await tellDesk(db, ctx, after, 'mixRestored')
      await tellClaimant(db, ctx, after, 'claimRestored')
      return 1
    })
  }
  return ended
}

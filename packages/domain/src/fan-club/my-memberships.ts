import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { type TierRecord, tierRecord, tierSelect } from './tier-record.ts'

/** The tiers the signed-in fan is in now, highest first; empty for everybody else. `endsAt` null: until somebody ends it. */
export async function myMemberships(ctx: TenantContext): Promise<{ tier: TierRecord; endsAt: Date | null }[]> {
  if (ctx.actor.kind !== 'account') return []
  const { accountId } = ctx.actor
  const now = ctx.now()
  const rows = await withTenant(ctx.ref, (db) =>
    db.membership.findMany({
      where: { accountId, endedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      select: { endsAt: true, tier: { select: tierSelect } },
    }),
  )
  return rows.map(({ tier, endsAt }) => ({ tier: tierRecord(tier), endsAt })).sort((a, b) => b.tier.rank - a.tier.rank)
}

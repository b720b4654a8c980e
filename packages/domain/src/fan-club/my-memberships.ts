import { withTenant } from '@residency/db'
import type { LocalizedText, TenantContext } from '../context/index.ts'

/** The tiers the signed-in fan is in now, highest first; empty for everybody else. */
export async function myMemberships(
  ctx: TenantContext,
): Promise<{ tier: { id: string; name: LocalizedText; rank: number }; endsAt: Date | null }[]> {
  if (ctx.actor.kind !== 'account') return []
  const { accountId } = ctx.actor
  const now = ctx.now()
  const rows = await withTenant(ctx.ref, (db) =>
    db.membership.findMany({
      where: { accountId, endedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      include: { tier: { select: { id: true, name: true, rank: true } } },
    }),
  )
  return rows
    .map(({ tier, endsAt }) => ({ tier: { ...tier, name: tier.name as LocalizedText }, endsAt }))
    .sort((a, b) => b.tier.rank - a.tier.rank)
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type TierRecord, tierRecord, tierSelect } from './tier-record.ts'

/** The tiers one may join, lowest first. */
export const listOpenTiers = (ctx: TenantContext): Promise<TierRecord[]> =>
  withTenant(ctx.ref, async (db) =>
    (await db.tier.findMany({ where: { archivedAt: null }, orderBy: { rank: 'asc' }, select: tierSelect })).map(tierRecord),
  )

/** Every tier with its members of now, lowest first, archived ones last. Throws `forbidden`. */
export async function listTiers(given: TenantContext): Promise<(TierRecord & { members: number })[]> {
  const ctx = requirePermission(given, 'members.view')
  const now = ctx.now()
  return withTenant(ctx.ref, async (db) => {
    const rows = await db.tier.findMany({ orderBy: { rank: 'asc' }, select: tierSelect })
    const counts = await db.membership.groupBy({
      by: ['tierId'],
      where: { endedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      _count: { _all: true },
    })
    const members = new Map(counts.map(({ tierId, _count }) => [tierId, _count._all]))
    return rows
      .map((row) => ({ ...tierRecord(row), members: members.get(row.id) ?? 0 }))
      .sort((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null) || a.rank - b.rank)
  })
}

export const tierIdSchema = z.object({ id: z.uuid() })

/** One tier, for its form. Throws `forbidden`, `not_found`. */
export async function requireTier(given: TenantContext, input: z.output<typeof tierIdSchema>): Promise<TierRecord> {
  const ctx = requirePermission(given, 'members.view')
  const row = await withTenant(ctx.ref, (db) => db.tier.findUnique({ where: db.key(input.id), select: tierSelect }))
  if (!row) throw notFound()
  return tierRecord(row)
}

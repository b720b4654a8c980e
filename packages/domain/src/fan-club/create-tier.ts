import { raiseRevision, withTenant } from '@residency/db'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { slugify } from '../slugs/index.ts'
import { type TierFields, type TierRecord, tierColumns, tierFields, tierRecord, tierSelect } from './tier-record.ts'

const most = 12

export const createTierSchema = tierFields

/** A tier above the present ones, priced in the tenant's currency. Throws `forbidden`, `conflict` (twelve are enough). */
export async function createTier(given: TenantContext, input: TierFields): Promise<TierRecord> {
  const ctx = requirePermission(given, 'tiers.edit')
  return withTenant(ctx.ref, async (db) => {
    const tiers = await db.tier.findMany({ orderBy: { rank: 'desc' }, select: { rank: true, slug: true, archivedAt: true } })
    if (tiers.filter(({ archivedAt }) => archivedAt === null).length >= most) throw conflict('tier.too_many')
    const row = await db.tier.create({
      data: {
        ...tierColumns(input),
        slug: freeSlug(slugify(Object.values(input.name).find(Boolean) ?? 'tier'), new Set(tiers.map(({ slug }) => slug))),
        rank: (tiers[0]?.rank ?? 0) + 1,
        currency: ctx.tenant.currency,
      },
      select: tierSelect,
    })
    await recordAudit(db, ctx, { action: 'tier.created', subjectKind: 'tier', subjectId: row.id, data: { slug: row.slug } })
    await raiseRevision(db)
    return tierRecord(row)
  })
}

const freeSlug = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}

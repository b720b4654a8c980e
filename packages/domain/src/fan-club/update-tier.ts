import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { tierChanged } from './tier-changed.ts'
import { type TierRecord, tierColumns, tierFields } from './tier-record.ts'

export const updateTierSchema = tierFields.extend({ id: z.uuid(), version: z.coerce.number().int() })

/** Changes a tier. What members hear follows within a minute. Throws `forbidden`, `not_found`, `conflict` (somebody changed it meanwhile). */
export async function updateTier(given: TenantContext, input: z.output<typeof updateTierSchema>): Promise<TierRecord> {
  const ctx = requirePermission(given, 'tiers.edit')
  const { id, version } = input
  return withTenant(ctx.ref, async (db) => {
    const changed = await db.tier.updateMany({ where: { id, version }, data: { ...tierColumns(input), version: version + 1 } })
    if (changed.count === 0) throw (await db.tier.findUnique({ where: db.key(id) })) ? conflict('conflict') : notFound()
    return tierChanged(db, ctx, id, 'tier.updated')
  })
}

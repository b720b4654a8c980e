import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { tierChanged } from './tier-changed.ts'
import type { TierRecord } from './tier-record.ts'

export const archiveTierSchema = z.object({ id: z.uuid(), archived: z.coerce.boolean() })

/** Closes a tier to new members, or opens it again; those who are in it stay. Throws `forbidden`, `not_found`. */
export async function archiveTier(given: TenantContext, input: z.output<typeof archiveTierSchema>): Promise<TierRecord> {
  const ctx = requirePermission(given, 'tiers.edit')
  return withTenant(ctx.ref, async (db) => {
    const changed = await db.tier.updateMany({ where: { id: input.id }, data: { archivedAt: input.archived ? ctx.now() : null } })
    if (changed.count === 0) throw notFound()
    return tierChanged(db, ctx, input.id, input.archived ? 'tier.archived' : 'tier.reopened')
  })
}

import { brandSchema } from '@residency/brand'
import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { invalid } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { brandCollision } from './brand-collision.ts'
import { type BrandState, readBrandState } from './brand-state.ts'

export const saveBrandDraftSchema = z.object({ expectedVersion: z.number().int().positive(), record: brandSchema })

/**
 * Keeps what the editor shows, without publishing it. Fans see nothing of it.
 * Throws `conflict` (collision) when somebody else wrote since `expectedVersion`, `invalid` for a picture that is not the tenant's.
 */
export async function saveBrandDraft(given: TenantContext, input: z.output<typeof saveBrandDraftSchema>): Promise<BrandState> {
  const ctx = requirePermission(given, 'brand.edit')
  const { record, expectedVersion } = input
  return withTenant(ctx.ref, async (db) => {
    const pictures = [record.logoId, record.coverId, record.iconId].filter((id) => id !== null)
    const known = await db.mediaItem.count({ where: { id: { in: pictures } } })
    if (known !== new Set(pictures).size) throw invalid({ picture: 'media.unknown' })
    const { count } = await db.brand.updateMany({
      where: { version: expectedVersion },
      data: { draft: record, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return brandCollision(db)
    return readBrandState(db)
  })
}

import { Prisma, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { brandCollision } from './brand-collision.ts'
import { type BrandState, readBrandState } from './brand-state.ts'

export const discardBrandDraftSchema = z.object({ expectedVersion: z.number().int().positive() })

/** Throws the draft away: the editor shows what is published again. Throws `conflict` (collision), `forbidden`. */
export async function discardBrandDraft(given: TenantContext, input: z.output<typeof discardBrandDraftSchema>): Promise<BrandState> {
  const ctx = requirePermission(given, 'brand.edit')
  return withTenant(ctx.ref, async (db) => {
    const { count } = await db.brand.updateMany({
      where: { version: input.expectedVersion },
      data: { draft: Prisma.DbNull, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return brandCollision(db)
    await recordAudit(db, ctx, { action: 'brand.draftDiscarded', subjectKind: 'brand' })
    return readBrandState(db)
  })
}

import { brandSchema } from '@residency/brand'
import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { brandCollision } from './brand-collision.ts'
import { type BrandState, readBrandState } from './brand-state.ts'

export const restoreBrandRevisionSchema = z.object({ expectedVersion: z.number().int().positive(), revisionId: z.uuid() })

/** Takes an earlier look back as the draft; publishing it is a step of its own. Throws `not_found`, `conflict` (collision), `forbidden`. */
export async function restoreBrandRevision(given: TenantContext, input: z.output<typeof restoreBrandRevisionSchema>): Promise<BrandState> {
  const ctx = requirePermission(given, 'brand.edit')
  return withTenant(ctx.ref, async (db) => {
    const revision = await db.brandRevision.findFirst({ where: { id: input.revisionId } })
    if (!revision) throw notFound()
    const { count } = await db.brand.updateMany({
      where: { version: input.expectedVersion },
      data: { draft: brandSchema.parse(revision.record), version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return brandCollision(db)
    await recordAudit(db, ctx, { action: 'brand.revisionRestored', subjectKind: 'brand', subjectId: revision.id })
    return readBrandState(db)
  })
}

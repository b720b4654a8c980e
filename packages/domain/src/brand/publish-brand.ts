import { Prisma, raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { brandCollision } from './brand-collision.ts'
import { type BrandState, readBrandState } from './brand-state.ts'

export const publishBrandSchema = z.object({ expectedVersion: z.number().int().positive() })

/**
 * Makes the draft what everybody sees, at once: the tenant's revision rises in the same transaction. The record it replaces is kept.
 * Does nothing when there is no draft. Throws `conflict` (collision), `forbidden`.
 */
export async function publishBrand(given: TenantContext, input: z.output<typeof publishBrandSchema>): Promise<BrandState> {
  const ctx = requirePermission(given, 'brand.publish')
  return withTenant(ctx.ref, async (db) => {
    const before = await readBrandState(db)
    if (before.version !== input.expectedVersion) return brandCollision(db)
    if (!before.draft) return before
    const { count } = await db.brand.updateMany({
      where: { version: input.expectedVersion },
      data: {
        published: before.draft,
        draft: Prisma.DbNull,
        publishedAt: ctx.now(),
        version: { increment: 1 },
        updatedBy: ctx.actor.accountId,
      },
    })
    if (count === 0) return brandCollision(db)
    await db.brandRevision.create({ data: { record: before.published, authorId: ctx.actor.accountId, createdAt: ctx.now() } })
    await recordAudit(db, ctx, {
      action: 'brand.published',
      subjectKind: 'brand',
      data: { changed: changedFields(before.published, before.draft) },
    })
    await raiseRevision(db)
    return readBrandState(db)
  })
}

function changedFields(before: object, after: object): string[] {
  const old = new Map(Object.entries(before))
  return Object.entries(after).flatMap(([field, value]) => (JSON.stringify(value) === JSON.stringify(old.get(field)) ? [] : [field]))
}

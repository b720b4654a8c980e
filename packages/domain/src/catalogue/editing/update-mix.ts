import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../../audit/index.ts'
import type { TenantContext } from '../../context/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { moveSlug, slugSchema } from '../../slugs/index.ts'
import { mixColumnsOf, mixFieldsSchema } from './mix-fields.ts'
import { isSeen, type MixState, mixCollision, mixState } from './mix-state.ts'

export const updateMixSchema = z.object({
  mixId: z.uuid(),
  expectedVersion: z.number().int().positive(),
  fields: mixFieldsSchema,
  /** A new address; the old one leads to it. Left out: stays. */
  slug: slugSchema.optional(),
})

/** Changes what is said of a mix; fans see it at once when it is out. Throws `conflict` (collision), `invalid`, `not_found`, `forbidden`. */
export async function updateMix(given: TenantContext, input: z.output<typeof updateMixSchema>): Promise<MixState> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const { mixId, expectedVersion, fields, slug } = input
  return withTenant(ctx.ref, async (db) => {
    const before = await db.mix.findFirst({ where: { id: mixId, version: expectedVersion } })
    if (!before) return mixCollision(db, mixId)
    const columns = await mixColumnsOf(db, fields, ctx.now())
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => !same(columns[name], before[name]))
    const moved = slug !== undefined && slug !== before.slug
    if (changed.length === 0 && !moved) return mixState(before)
    const { count } = await db.mix.updateMany({
      where: { id: mixId, version: expectedVersion },
      data: { ...columns, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return mixCollision(db, mixId)
    if (moved) await moveSlug(db, ctx, { kind: 'mix', id: mixId, slug })
    await recordAudit(db, ctx, { action: 'mix.changed', subjectKind: 'mix', subjectId: mixId, data: { title: columns.title, changed } })
    if (isSeen(before.publication)) await raiseRevision(db)
    return mixState(await db.mix.findFirstOrThrow({ where: { id: mixId } }))
  })
}

const canonical = (value: unknown): string =>
  value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
    : JSON.stringify(value ?? null)
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

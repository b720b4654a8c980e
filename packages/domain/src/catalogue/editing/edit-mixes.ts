import { raiseRevision, type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../../audit/index.ts'
import type { AccountContext, TenantContext } from '../../context/index.ts'
import { notFound } from '../../errors/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { genreSchema, moodsSchema, requireKnown } from './mix-fields.ts'
import { isSeen, type MixRow } from './mix-state.ts'

/** What many mixes can be given at once; what is left out stays as it is. */
const mixChangeSchema = z.object({
  genre: genreSchema.optional(),
  moods: moodsSchema.optional(),
  artworkId: z.uuid().nullable().optional(),
  exclusiveTierId: z.uuid().nullable().optional(),
})
type MixChange = z.output<typeof mixChangeSchema>

/** More than a page of the table. */
export const mostMixesAtOnce = 100

export const editMixesSchema = z.object({ mixIds: z.array(z.uuid()).min(1).max(mostMixesAtOnce), change: mixChangeSchema })

/** What has to be sent to undo: each mix as it was, if nobody has changed it since. */
export const mixesBeforeSchema = z
  .array(z.object({ mixId: z.uuid(), expectedVersion: z.number().int().positive(), change: mixChangeSchema }))
  .min(1)
  .max(mostMixesAtOnce)
export type MixesBefore = z.output<typeof mixesBeforeSchema>

/** Gives many mixes the same genre, moods, artwork or tier, all or none. Throws `not_found` (one of them), `invalid`, `forbidden`. */
export async function editMixes(
  given: TenantContext,
  input: z.output<typeof editMixesSchema>,
): Promise<{ changed: number; before: MixesBefore }> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const mixIds = [...new Set(input.mixIds)]
  return withTenant(ctx.ref, async (db) => {
    await requireKnown(db, input.change)
    const rows = await db.mix.findMany({ where: { id: { in: mixIds } } })
    if (rows.length !== mixIds.length) throw notFound()
    const before: MixesBefore = []
    for (const row of rows) {
      await change(db, ctx, row, input.change)
      before.push({ mixId: row.id, expectedVersion: row.version + 1, change: partOf(row, input.change) })
    }
    if (rows.some(({ publication }) => isSeen(publication))) await raiseRevision(db)
    return { changed: rows.length, before }
  })
}

/** Takes an edit of many back where nobody has written since; the others stay. Throws `invalid` (a picture or tier is gone), `forbidden`. */
export async function undoEditMixes(given: TenantContext, input: { before: MixesBefore }): Promise<{ restored: number; kept: number }> {
  const ctx = requirePermission(given, 'catalogue.edit')
  return withTenant(ctx.ref, async (db) => {
    let restored = 0
    let seen = false
    for (const { mixId, expectedVersion, change: old } of input.before) {
      const row = await db.mix.findFirst({ where: { id: mixId, version: expectedVersion } })
      if (!row) continue
      await requireKnown(db, old)
      await change(db, ctx, row, old)
      seen ||= isSeen(row.publication)
      restored += 1
    }
    if (seen) await raiseRevision(db)
    return { restored, kept: input.before.length - restored }
  })
}

async function change(db: TenantDb, ctx: AccountContext, row: MixRow, data: MixChange): Promise<void> {
  await db.mix.update({ where: db.key(row.id), data: { ...data, version: { increment: 1 }, updatedBy: ctx.actor.accountId } })
  await recordAudit(db, ctx, {
    action: 'mix.changed',
    subjectKind: 'mix',
    subjectId: row.id,
    data: { title: row.title, changed: Object.keys(data) },
  })
}

const partOf = (row: MixRow, given: MixChange): MixChange =>
  Object.fromEntries(Object.keys(given).map((name) => [name, row[name as keyof MixChange]])) as MixChange

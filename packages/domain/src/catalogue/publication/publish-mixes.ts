import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import { notFound } from '../../errors/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { mostMixesAtOnce } from '../editing/edit-mixes.ts'
import { releasedAt, stepPublication } from './change-publication.ts'

const mixIds = z.array(z.uuid()).min(1).max(mostMixesAtOnce)
export const publishMixesSchema = z.object({ mixIds, declared: z.literal(true, 'mix.declare') })
export const withdrawMixesSchema = z.object({ mixIds })

interface Outcome {
  changed: number
  /** What an undo would take back: those that are now published, or were until now. */
  mixIds: string[]
  /** Already there, not ready, or taken down. */
  left: number
}

/** Publishes those of many that can be; each gets its declaration. Throws `not_found` (one of them), `forbidden`. */
export const publishMixes = (given: TenantContext, input: z.output<typeof publishMixesSchema>): Promise<Outcome> =>
  changeMany(given, input.mixIds, 'published')

/** Takes many off the site. Throws as publishMixes. */
export const withdrawMixes = (given: TenantContext, input: z.output<typeof withdrawMixesSchema>): Promise<Outcome> =>
  changeMany(given, input.mixIds, 'draft')

async function changeMany(given: TenantContext, ids: readonly string[], publication: 'published' | 'draft'): Promise<Outcome> {
  const ctx = requirePermission(given, 'catalogue.publish')
  const wanted = [...new Set(ids)]
  return withTenant(ctx.ref, async (db) => {
    const rows = await db.mix.findMany({ where: { id: { in: wanted } }, orderBy: { id: 'asc' } })
    if (rows.length !== wanted.length) throw notFound()
    const fit = rows.filter(
      (row) => row.publication !== publication && row.publication !== 'taken_down' && (publication === 'draft' || row.recordingId !== null),
    )
    for (const row of fit) {
      const past = row.publication !== 'scheduled' && row.publishedAt && row.publishedAt <= ctx.now() ? row.publishedAt : null
      await stepPublication(db, ctx, row, {
        publication,
        publishedAt: publication === 'published' ? releasedAt(row, ctx.now()) : past,
        action: publication === 'published' ? 'mix.published' : 'mix.withdrawn',
      })
    }
    const undoable = fit.filter((row) => publication === 'published' || row.publication === 'published')
    return { changed: fit.length, mixIds: undoable.map(({ id }) => id), left: rows.length - fit.length }
  })
}

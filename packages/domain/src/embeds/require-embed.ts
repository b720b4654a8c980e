import { readTenant } from '@residency/db'
import { z } from 'zod'
import { artworkJoin, catalogueCte, type MixSummary, summaryColumns, type TrackRecord, tracksText } from '../catalogue/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'

export const embedSchema = z.object({ mixId: z.uuid() })
export const embedSlugSchema = z.object({ slug: z.string().max(120) })

export type EmbeddedMix = MixSummary & { tracks: TrackRecord[] }

const text = (where: string): string =>
  `with ${catalogueCte} select ${summaryColumns} from catalogue c ${artworkJoin} where c.embed_allowed and ${where}`

/** A mix that may be shown on other sites, by its id or its page's address. Throws `not_found`, also where its DJ does not allow it. */
export async function requireEmbed(
  ctx: TenantContext,
  input: z.output<typeof embedSchema> | z.output<typeof embedSlugSchema>,
): Promise<EmbeddedMix> {
  return readTenant(ctx.ref, async (sql) => {
    const [mix] = await ('mixId' in input
      ? sql.query<MixSummary>('embed_by_id', text('c.id = $1'), [input.mixId])
      : sql.query<MixSummary>('embed_by_slug', text('c.slug = $1'), [input.slug]))
    if (!mix) throw notFound()
    return { ...mix, tracks: await sql.query<TrackRecord>('mix_tracks', tracksText, [mix.id]) }
  })
}

import { readTenant } from '@residency/db'
import { z } from 'zod'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { artworkJoin, catalogueCte, type MixRecord, type MixSummary, summaryColumns, type TrackRecord, tracksText } from './mix-summary.ts'

export const mixSlugSchema = z.object({ slug: z.string().max(120) })

type MixRow = MixSummary & { description: LocalizedText; publishedAt: Date }

const mixText = `with ${catalogueCte} select ${summaryColumns}, c.description, c.published_at as "publishedAt" from catalogue c ${artworkJoin} where c.slug = $1`

/** Nearest first: the same genre and shared moods weigh most, then closeness in time. */
const relatedText = `with ${catalogueCte}, this as (select * from catalogue where id = $1)
  select ${summaryColumns} from catalogue c cross join this t ${artworkJoin} where c.id <> t.id
  order by (c.genre is not distinct from t.genre)::int * 2 + cardinality(array(select unnest(c.moods) intersect select unnest(t.moods))) desc,
    abs(c.recorded_on - t.recorded_on), c.id limit 4`

/** A published mix with its tracklist and four that are like it. Throws `not_found`. */
export async function requireMix(
  ctx: TenantContext,
  input: z.output<typeof mixSlugSchema>,
): Promise<MixRecord & { related: MixSummary[] }> {
  return readTenant(ctx.ref, async (sql) => {
    const [mix] = await sql.query<MixRow>('mix_by_slug', mixText, [input.slug])
    if (!mix) throw notFound()
    const tracks = await sql.query<TrackRecord>('mix_tracks', tracksText, [mix.id])
    const related = await sql.query<MixSummary>('mix_related', relatedText, [mix.id])
    return { ...mix, tracks, related }
  })
}

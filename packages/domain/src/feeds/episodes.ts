import type { TenantSql } from '@residency/db'
import { decideStanding, highestTier, type RenditionName, type Standing, type StandingFacts } from '../access/index.ts'
import type { LocalizedText } from '../context/index.ts'
import { type MediaRef, mediaRefColumn } from '../media/index.ts'
import { segmentIndexBytes } from './audio/segment-index.ts'

/** A mix as a podcast's episode. */
export interface Episode {
  mixId: string
  slug: string
  title: string
  description: LocalizedText
  artwork: MediaRef | null
  genre: string | null
  publishedAt: Date
  durationMs: number
  hasChapters: boolean
  /** Size of its file, but for the few hundred bytes of its first box: what an app shows before it loads. */
  bytes: number
}

interface Row extends Omit<Episode, 'bytes'>, Pick<StandingFacts, 'publication' | 'earlyAccess' | 'downloadable' | 'exclusive'> {
  renditions: { name: RenditionName; bytes: number; segments: number }[]
}

const most = 300

// What is due within a month may be open to a member already; decideStanding says which.
const text = `select m.id as "mixId", m.slug, m.title, m.description, ${mediaRefColumn('a', 'artwork')}, m.genre, m.published_at as "publishedAt",
    m.publication, m.early_access as "earlyAccess", m.downloadable,
    (select json_build_object('rank', e.rank, 'name', e.name) from tier e where e.id = m.exclusive_tier_id) as exclusive,
    coalesce(r.duration_ms - r.trim_start_ms - r.trim_end_ms, m.duration_ms) as "durationMs",
    exists (select from track t where t.mix_id = m.id) as "hasChapters",
    (select json_agg(json_build_object('name', d.name, 'bytes', d.bytes, 'segments', cardinality(d.segment_ms))) from rendition d
      where d.recording_id = r.id and d.completed_at is not null) as renditions
  from mix m join recording r on r.tenant_id = m.tenant_id and r.id = m.recording_id and r.stage = 'ready'
    left join media_item a on a.tenant_id = m.tenant_id and a.id = m.artwork_id
  where m.publication in ('published', 'scheduled') and m.published_at <= now() + interval '30 days'
  order by m.published_at desc, m.id desc limit ${most}`

/** The best quality that podcast apps play and the listener may hear: they know AAC, not FLAC in an MP4. */
export const episodeRendition = (standing: Standing, made: readonly RenditionName[]): RenditionName | null =>
  standing.open
    ? ((['aac320', 'aac256', 'aac128'] as const).find((name) => standing.renditions.includes(name) && made.includes(name)) ?? null)
    : null

/** What somebody's podcast holds, newest first: `accountId` null for everybody's. Inside a transaction that is open already. */
export async function readEpisodes(sql: TenantSql, accountId: string | null, now: Date): Promise<Episode[]> {
  const [tier] = accountId
    ? await sql.query<NonNullable<StandingFacts['tier']>>('feed_tier', highestTier.replace('$2', '$1'), [accountId])
    : []
  const rows = await sql.query<Row>('feed_episodes', text)
  return rows.flatMap(({ publication, earlyAccess, downloadable, exclusive, renditions, ...episode }) => {
    const { publishedAt } = episode
    const facts = { now, publication, publishedAt, earlyAccess, downloadable, exclusive, tier: tier ?? null, isCrew: false, hasLink: false }
    const made = renditions ?? []
    const name = episodeRendition(
      decideStanding(facts),
      made.map((rendition) => rendition.name),
    )
    const file = made.find((rendition) => rendition.name === name)
    return file ? [{ ...episode, bytes: file.bytes + segmentIndexBytes(file.segments) }] : []
  })
}

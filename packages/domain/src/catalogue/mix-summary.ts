import type { LocalizedText } from '../context/index.ts'
import { type MediaRef, mediaRefColumn } from '../media/index.ts'

export interface MixSummary {
  id: string
  slug: string
  title: string
  artwork: MediaRef | null
  durationMs: number
  genre: string | null
  moods: string[]
  /** YYYY-MM-DD */
  recordedOn: string
  /** Place in the catalogue by release, the first is 1. */
  number: number
  /** There is something to hear. */
  isPlayable: boolean
  /** The lowest tier that hears it; null: everybody does. */
  exclusiveTier: LocalizedText | null
  /** Before its time: when everybody hears it. */
  opensAt: Date | null
}

export interface TrackRecord {
  id: string
  position: number
  startMs: number
  title: string
  artist: string
  label: string | null
  /** Nobody has named it yet: title and artist are empty, and fans may say. */
  isUnknown: boolean
}

export interface MixRecord extends MixSummary {
  description: LocalizedText
  tracks: TrackRecord[]
  publishedAt: Date
}

/** What everybody sees: the place in the catalogue is counted before anything is filtered. */
export const catalogueCte = `catalogue as (
  select m.*, row_number() over (order by m.published_at, m.id)::int as number
  from mix m where m.publication = 'published' and m.published_at <= now()
)`

export const summaryColumns = `c.id, c.slug, c.title, c.duration_ms as "durationMs", c.genre, coalesce(c.moods, '{}') as moods, to_char(c.recorded_on, 'YYYY-MM-DD') as "recordedOn", c.number,
  c.recording_id is not null as "isPlayable", (select e.name from tier e where e.id = c.exclusive_tier_id) as "exclusiveTier",
  case when c.published_at > now() then c.published_at end as "opensAt",
  ${mediaRefColumn('a', 'artwork')}`

export const artworkJoin = 'left join media_item a on a.tenant_id = c.tenant_id and a.id = c.artwork_id'

export const tracksText = `select id, position, start_ms as "startMs", title, artist, label, is_unknown as "isUnknown" from track where mix_id = $1 order by position`

import { readTenant } from '@residency/db'
import { artworkJoin, type MixSummary, querySeen, summaryColumns, type TrackRecord, tracksText } from '../catalogue/index.ts'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { type EventRecord, eventColumns, eventsFrom, upcoming } from '../events/index.ts'
import { type MediaRef, mediaRefColumn } from '../media/index.ts'
import { blocksSchema, referencesOf, type StoredBlock } from '../pages/index.ts'

export interface HomePage {
  latest: (MixSummary & { description: LocalizedText; tracks: TrackRecord[] }) | null
  /** The newest after the latest. */
  mixes: MixSummary[]
  mixCount: number
  events: EventRecord[]
  about: { blocks: StoredBlock[]; picture: MediaRef | null } | null
}

type MixRow = MixSummary & { description: LocalizedText; total: number }

const mixesText = (cte: string): string =>
  `with ${cte} select ${summaryColumns}, c.description, count(*) over ()::int as total from catalogue c ${artworkJoin} order by c.published_at desc, c.id desc limit 13`
const eventsText = `select ${eventColumns} from ${eventsFrom} and ${upcoming} order by e.starts_at, e.id limit 5`
const aboutText = `select published_blocks as blocks from page where kind = 'about' and published_at is not null limit 1`
const pictureText = `select ${mediaRefColumn('a', 'media')} from media_item a where a.id = $1`

/** Everything the home page shows: five prepared statements in one transaction, at most. */
export async function getHomePage(ctx: TenantContext): Promise<HomePage> {
  return readTenant(ctx.ref, async (sql) => {
    const mixes = await querySeen<MixRow>(sql, ctx, 'home_mixes', mixesText)
    const [first, ...rest] = mixes.map(({ total: _total, ...mix }) => mix)
    const tracks = first ? await sql.query<TrackRecord>('mix_tracks', tracksText, [first.id]) : []
    const events = await sql.query<EventRecord>('home_events', eventsText)
    const [page] = await sql.query<{ blocks: unknown }>('home_about', aboutText)
    const blocks = page ? blocksSchema.parse(page.blocks) : []
    const [mediaId] = referencesOf(blocks).mediaIds
    const [picture] = mediaId ? await sql.query<{ media: MediaRef }>('home_picture', pictureText, [mediaId]) : []
    return {
      latest: first ? { ...first, tracks } : null,
      mixes: rest.map(({ description: _description, ...mix }) => mix),
      mixCount: mixes[0]?.total ?? 0,
      events,
      about: page ? { blocks, picture: picture?.media ?? null } : null,
    }
  })
}

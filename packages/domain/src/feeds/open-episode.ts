import { readTenant } from '@residency/db'
import { type RenditionName, readStanding, type Standing } from '../access/index.ts'
import { type TrackRecord, tracksText } from '../catalogue/index.ts'
import type { TenantContext } from '../context/index.ts'
import { AppError, notFound } from '../errors/index.ts'
import { recordFetch } from '../plays/index.ts'
import { hashToken } from '../secrets/index.ts'
import { bytesOf, oneFileOf, secondsOf } from './audio/one-file.ts'
import { readEpisodeTicket } from './episode-ticket.ts'
import { episodeRendition } from './episodes.ts'
import { readMemberFeedById } from './feed-token.ts'

/**
 * An episode of everybody's podcast by its mix, one of a member's by the ticket in its address. With a listen link's token it is what the link opens,
 * for a page without scripts; that is no podcast, and not counted as one.
 */
export type EpisodeAsk = { mixId: string; link?: string | null } | { unverifiedTicket: string }

export interface EpisodeAudio {
  bytes: number
  /** Names the bytes: another version of the mix is another file. */
  tag: string
  /** Both ends included. Ends with an error when the listener may not hear it any longer. What was taken of it is counted when it ends. */
  read: (first: number, last: number) => AsyncGenerator<Buffer>
}

interface Found {
  mixId: string
  feedTokenId: string | null
  standing: Standing
  recordingId: string | null
  made: RenditionName[]
  tracks: TrackRecord[]
}

const recordingText = `select r.id as "recordingId", coalesce((select array_agg(d.name) from rendition d
    where d.recording_id = r.id and d.completed_at is not null), '{}') as made
  from mix m join recording r on r.tenant_id = m.tenant_id and r.id = m.recording_id where m.id = $1`
/** How long what is being sent is sent without asking again. */
const askAgainMs = 15_000

async function find(ctx: TenantContext, ask: EpisodeAsk): Promise<Found | null> {
  const now = ctx.now()
  const ticket = 'mixId' in ask ? { mixId: ask.mixId, feedTokenId: null } : readEpisodeTicket(ctx.tenant.id, ask.unverifiedTicket, now)
  if (!ticket) return null
  const { mixId, feedTokenId } = ticket
  const linkHash = 'mixId' in ask && ask.link ? hashToken(ask.link) : null
  return readTenant(ctx.ref, async (sql) => {
    const feed = feedTokenId ? await readMemberFeedById(sql, feedTokenId) : null
    if (feedTokenId && !feed) return null
    const standing = await readStanding(sql, { mixId, accountId: feed?.accountId ?? null, linkHash }, now)
    if (!standing?.open) return null
    const [recording] = await sql.query<Pick<Found, 'recordingId' | 'made'>>('feed_recording', recordingText, [mixId])
    const tracks = await sql.query<TrackRecord>('mix_tracks', tracksText, [mixId])
    return { mixId, feedTokenId, standing, tracks, recordingId: recording?.recordingId ?? null, made: recording?.made ?? [] }
  })
}

/** The audio of an episode, at the quality of whose feed it is. Throws `not_found`, also for what may not be heard (any more); `unavailable`. */
export async function openEpisode(ctx: TenantContext, ask: EpisodeAsk): Promise<EpisodeAudio> {
  const found = await find(ctx, ask)
  const rendition = found && episodeRendition(found.standing, found.made)
  if (!found?.recordingId || !rendition) throw notFound()
  const file = await oneFileOf(ctx.ref, found.recordingId, rendition)
  if (!file) throw new AppError('unavailable')
  let asked = Date.now()
  const mayGoOn = async (): Promise<boolean> => {
    if (Date.now() - asked < askAgainMs) return true
    asked = Date.now()
    const still = await find(ctx, ask)
    return still?.standing.open === true && still.standing.renditions.includes(rendition)
  }
  const { mixId, feedTokenId } = found
  const isPodcast = !('mixId' in ask && ask.link)
  const count = async (first: number, last: number): Promise<void> => {
    const { recordingId } = file
    const durationMs = file.segmentMs.reduce((sum, ms) => sum + ms, 0)
    const fetched = { mixId, recordingId, feedTokenId, durationMs, quality: rendition, ...secondsOf(file, first, last) }
    // Whoever listens gets their sound, counted or not.
    await recordFetch(ctx, fetched).catch((error: unknown) => ctx.log.error({ err: error, mixId }, 'a fetched episode is not counted'))
  }
  return {
    bytes: file.bytes,
    tag: `${file.recordingId}-${rendition}`,
    read: (first, last) => {
      const chunks = bytesOf(file, first, last, mayGoOn)
      return isPodcast ? countedBytes(chunks, first, count) : chunks
    },
  }
}

/** Tells how much of it was taken when it ends, be it in the middle. */
async function* countedBytes(
  chunks: AsyncGenerator<Buffer>,
  first: number,
  count: (first: number, last: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  let taken = 0
  try {
    for await (const chunk of chunks) {
      yield chunk
      taken += chunk.length
    }
  } finally {
    if (taken > 0) await count(first, first + taken - 1)
  }
}

/** The tracks of an episode, for its chapters. Throws `not_found`. */
export async function requireEpisodeTracks(ctx: TenantContext, ask: EpisodeAsk): Promise<TrackRecord[]> {
  const found = await find(ctx, ask)
  if (!found) throw notFound()
  return found.tracks
}

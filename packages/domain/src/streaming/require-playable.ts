import { readTenant } from '@residency/db'
import { z } from 'zod'
import { type RenditionName, readStanding } from '../access/index.ts'
import { type TrackRecord, tracksText } from '../catalogue/index.ts'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { type MediaRef, mediaRefColumn } from '../media/index.ts'
import { allows } from '../policy/index.ts'
import { hashToken } from '../secrets/index.ts'
import { readStream } from './get-stream.ts'
import { issueTicket } from './ticket.ts'

export const playableSchema = z.object({
  mixId: z.uuid(),
  /** Token of a listen link. */
  link: z.string().max(100).nullable().default(null),
  /** Crew hear a version that is not the current one. */
  recordingId: z.uuid().nullable().default(null),
})

/** A mix as a player gets it: what it is, and where to hear it. */
export interface Playable {
  id: string
  slug: string
  title: string
  artwork: MediaRef | null
  durationMs: number
  tracks: TrackRecord[]
  recordingId: string | null
  /** One byte (0..255) a column over the whole. */
  peaks: Buffer | null
  loudness: { lufs: number; peakDb: number } | null
  bpm: number | null
  musicalKey: string | null
  stream: { ticket: string; renditions: RenditionName[]; expiresAt: Date } | null
  locked: { reason: 'exclusive' | 'early' | 'not_ready'; tierName: LocalizedText | null; opensAt: Date | null } | null
  resumeMs: number | null
  /** Null for somebody who is not signed in. */
  liked: boolean | null
  canComment: boolean
  downloads: 'none' | 'mp3' | 'original'
  historyOn: boolean
}

interface Row {
  id: string
  slug: string
  title: string
  artwork: MediaRef | null
  mixMs: number
  commentsOpen: boolean
  recordingId: string | null
  audioMs: number | null
  trimMs: number | null
  peaks: Buffer | null
  lufs: number | null
  peakDb: number | null
  bpm: number | null
  musicalKey: string | null
  resumeMs: number | null
  liked: boolean
  historyOn: boolean
}

// The current version; before there is one, the newest of which something can be heard already. Crew may name another of the same mix.
const text = `select m.id, m.slug, m.title, ${mediaRefColumn('a', 'artwork')}, m.duration_ms as "mixMs", m.comments_open as "commentsOpen",
    r.id as "recordingId", r.duration_ms as "audioMs", r.trim_start_ms + r.trim_end_ms as "trimMs", r.peaks, r.loudness_centi_lufs as lufs,
    r.true_peak_centi_db as "peakDb", r.bpm_centi as bpm, r.musical_key as "musicalKey",
    (select p.position_ms from listening_position p where p.account_id = $2 and p.mix_id = m.id and not p.finished) as "resumeMs",
    exists (select from mix_like l where l.account_id = $2 and l.mix_id = m.id) as liked,
    coalesce((select not c.history_off from account c where c.id = $2), false) as "historyOn"
  from mix m left join media_item a on a.tenant_id = m.tenant_id and a.id = m.artwork_id
    left join recording r on r.tenant_id = m.tenant_id and r.mix_id = m.id and r.id = coalesce($3::uuid, m.recording_id,
      (select n.id from recording n where n.mix_id = m.id and n.first_play_at is not null order by n.number desc limit 1))
  where m.id = $1`

/**
 * What a listener needs to hear a mix: qualities by their tier, a ticket bound to them, where they left off. A mix they may know of but not hear
 * comes with `locked` and its reason. Throws `not_found`, also for what is hidden from them.
 */
export async function requirePlayable(ctx: TenantContext, input: z.output<typeof playableSchema>): Promise<Playable> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const linkHash = input.link ? hashToken(input.link) : null
  const version = allows(ctx.actor, 'catalogue.edit') ? input.recordingId : null
  const now = ctx.now()
  return readTenant(ctx.ref, async (sql) => {
    const standing = await readStanding(sql, { mixId: input.mixId, accountId, linkHash }, now)
    if (!standing || (!standing.open && standing.reason === 'hidden')) throw notFound()
    const [row] = await sql.query<Row>('playable', text, [input.mixId, accountId, version])
    if (!row) throw notFound()
    const tracks = await sql.query<TrackRecord>('mix_tracks', tracksText, [row.id])
    const { mixMs, audioMs, trimMs, lufs, peakDb, bpm, commentsOpen, liked, ...shown } = row
    const known = {
      ...shown,
      tracks,
      durationMs: audioMs === null ? mixMs : audioMs - (trimMs ?? 0),
      loudness: lufs === null || peakDb === null ? null : { lufs: lufs / 100, peakDb: peakDb / 100 },
      bpm: bpm === null ? null : bpm / 100,
      liked: accountId ? liked : null,
      canComment: accountId !== null && commentsOpen,
    }
    const shut = (locked: Playable['locked']): Playable => ({ ...known, stream: null, locked, downloads: 'none', peaks: null })
    if (!standing.open) {
      const { reason, tierName, opensAt } = standing
      return shut({ reason: reason === 'early' ? 'early' : 'exclusive', tierName, opensAt })
    }
    const stream = row.recordingId ? await readStream(sql, row.recordingId) : null
    const renditions = stream?.renditions.map(({ name }) => name).filter((name) => standing.renditions.includes(name)) ?? []
    if (!stream || renditions.length === 0) return shut({ reason: 'not_ready', tierName: null, opensAt: null })
    const issued = issueTicket(ctx.tenant.id, { mixId: row.id, recordingId: stream.recordingId, accountId, linkHash }, now)
    return { ...known, stream: { ...issued, renditions }, locked: null, downloads: standing.downloads }
  })
}

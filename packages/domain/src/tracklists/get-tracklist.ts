import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { snapPoints } from './snap-points.ts'
import type { TrackDraft } from './track-draft.ts'

export interface EditedTrack extends TrackDraft {
  id: string
}

export interface SuggestionView {
  id: string
  trackId: string
  title: string
  artist: string
  by: string
  createdAt: Date
}

export interface EditedTracklist {
  mixId: string
  /** Of the mix: send it back with a change. */
  version: number
  title: string
  slug: string
  durationMs: number
  recordingId: string | null
  tracks: EditedTrack[]
  /** What fans say unknown tracks are, oldest first. */
  suggestions: SuggestionView[]
  /** Moments at which the energy changes most: where a handle catches. */
  snapsMs: number[]
}

/** A mix's tracklist for its editor. Throws `not_found`, `unauthenticated`, `forbidden`. */
export async function getTracklist(given: TenantContext, input: { mixId: string }): Promise<EditedTracklist> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const { mixId } = input
  return withTenant(ctx.ref, async (db) => {
    const mix = await db.mix.findFirst({ where: { id: mixId }, include: { recording: { select: { energy: true } } } })
    if (!mix) throw notFound()
    const tracks = await db.track.findMany({ where: { mixId }, orderBy: { position: 'asc' } })
    const suggestions = await db.trackSuggestion.findMany({
      where: { state: 'open', track: { mixId } },
      orderBy: { id: 'asc' },
      take: 200,
      include: { account: { select: { name: true } } },
    })
    return {
      mixId,
      version: mix.version,
      title: mix.title,
      slug: mix.slug,
      durationMs: mix.durationMs,
      recordingId: mix.recordingId,
      tracks: tracks.map(({ id, startMs, title, artist, label, isUnknown }) => ({ id, startMs, title, artist, label, isUnknown })),
      suggestions: suggestions.map(({ id, trackId, title, artist, createdAt, account }) => ({
        id,
        trackId,
        title,
        artist,
        createdAt,
        by: account.name,
      })),
      snapsMs: snapPoints(mix.recording?.energy, mix.durationMs),
    }
  })
}

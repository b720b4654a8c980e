import { z } from 'zod'

/** More than anybody plays in twelve hours. */
export const mostTracks = 500
/** Of one mix, in milliseconds. */
const longestMs = 12 * 60 * 60_000

const text = (max: number) =>
  z
    .string()
    .max(1_000)
    .transform((value) =>
      value
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, max),
    )

/** A track as an editor or a file has it. `startMs` counts from the mix's beginning. Of an unknown one title and artist are empty. */
export const trackDraftSchema = z
  .object({
    startMs: z.number().int().min(0).max(longestMs),
    title: text(200).default(''),
    artist: text(200).default(''),
    label: text(120)
      .nullable()
      .default(null)
      .transform((label) => label || null),
    isUnknown: z.boolean().default(false),
  })
  .transform((track) => (track.isUnknown || (!track.title && !track.artist) ? { ...track, title: '', artist: '', isUnknown: true } : track))

export type TrackDraft = z.output<typeof trackDraftSchema>

/** What a file gave: in order of time, and whether its times are a guess that somebody has to look at. */
export interface ReadTracklist {
  tracks: TrackDraft[]
  isGuessed: boolean
}

/** Parts of a track as a format names them; what is missing is empty. */
export interface RawTrack {
  startMs: number
  title?: string
  artist?: string
  label?: string | null
  isUnknown?: boolean
}

const idWords = /^(?:id|\?+|unknown|untitled|unreleased id)$/i
/** `ID - ID`: nobody knows. */
export const isUnknownName = ({ artist, title }: { artist: string; title: string }): boolean =>
  (artist === '' || idWords.test(artist)) && (title === '' || idWords.test(title))

/** Checked, in order; what is longer than a track's name may be is cut. Null when one of them can't be of a mix. */
export function draftsFrom(raw: readonly RawTrack[]): TrackDraft[] | null {
  const drafts: TrackDraft[] = []
  for (const { startMs, title = '', artist = '', label = null, isUnknown = false } of raw) {
    const parsed = trackDraftSchema.safeParse({
      startMs: Math.round(startMs),
      title: title.slice(0, 1_000),
      artist: artist.slice(0, 1_000),
      label: label?.slice(0, 1_000) ?? null,
      isUnknown: isUnknown || isUnknownName({ artist: artist.trim(), title: title.trim() }),
    })
    if (!parsed.success) return null
    drafts.push(parsed.data)
  }
  return drafts.sort((a, b) => a.startMs - b.startMs)
}

/** Lays tracks one after another where a file says only how long each is, or not even that; stretched to the mix when its length is known. */
export function laidOut(tracks: readonly (Omit<RawTrack, 'startMs'> & { lengthMs?: number })[], durationMs: number): RawTrack[] {
  const lengths = tracks.map(({ lengthMs }) => (lengthMs && lengthMs > 0 ? lengthMs : 0))
  const known = lengths.filter((length) => length > 0)
  const usual = known.length > 0 ? known.reduce((sum, length) => sum + length, 0) / known.length : 240_000
  const filled = lengths.map((length) => length || usual)
  const whole = filled.reduce((sum, length) => sum + length, 0)
  const stretch = durationMs > 0 && whole > 0 ? durationMs / whole : 1
  let at = 0
  return tracks.map(({ lengthMs: _length, ...track }, index) => {
    const startMs = Math.round(at)
    at += (filled[index] ?? usual) * stretch
    return { ...track, startMs }
  })
}

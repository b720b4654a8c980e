import type { TrackRow } from '../../site/views.ts'

/** A press on "previous" this soon after a track's start goes to the one before; later it goes back to its own start. */
const backMs = 3_000

/** Index of the track that is heard at `ms`, or -1 before the first. Tracks are in order of their start. */
export function trackAt(tracks: readonly TrackRow[], ms: number): number {
  let found = -1
  for (const [index, track] of tracks.entries()) {
    if (track.startMs > ms) break
    found = index
  }
  return found
}

/** Where the track after `ms` begins; null: none does. */
export const nextStart = (tracks: readonly TrackRow[], ms: number): number | null =>
  tracks.find((track) => track.startMs > ms)?.startMs ?? null

/** Where "previous" leads: the start of this track, or of the one before when this one has only begun. Null: before the mix. */
export function previousStart(tracks: readonly TrackRow[], ms: number): number | null {
  const index = trackAt(tracks, ms)
  const here = tracks[index]?.startMs ?? 0
  if (ms - here > backMs) return here
  if (index > 0) return tracks[index - 1]?.startMs ?? 0
  return here > 0 ? 0 : null
}

/** Where the track that is heard at `ms` ends. */
export const trackEnd = (tracks: readonly TrackRow[], ms: number, durationMs: number): number => nextStart(tracks, ms) ?? durationMs

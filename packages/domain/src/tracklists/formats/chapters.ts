import { z } from 'zod'
import type { RawTrack, TrackDraft } from '../track-draft.ts'

const file = z.object({
  version: z.string().regex(/^1\./),
  chapters: z.array(z.object({ startTime: z.number().min(0), title: z.string().optional() })).max(5_000),
})

/** Podcasting 2.0 chapters (github.com/Podcastindex-org/podcast-namespace, chapters/jsonChapters.md). */
export const formatChapters = (mix: { title: string; artist: string }, tracks: readonly TrackDraft[], words: { unknown: string }) => ({
  version: '1.2.0',
  title: mix.title,
  author: mix.artist,
  chapters: tracks.map(({ startMs, title, artist, isUnknown }) => ({
    startTime: startMs / 1_000,
    title: isUnknown ? words.unknown : artist ? `${artist} - ${title}` : title,
  })),
})

/** Reads such a file; null when it is none. */
export function parseChapters(text: string): RawTrack[] | null {
  let unverified: unknown
  try {
    unverified = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = file.safeParse(unverified)
  if (!parsed.success) return null
  return parsed.data.chapters.map(({ startTime, title = '' }) => {
    const at = title.indexOf(' - ')
    return {
      startMs: startTime * 1_000,
      artist: at < 0 ? '' : title.slice(0, at),
      title: at < 0 ? title : title.slice(at + 3),
    }
  })
}

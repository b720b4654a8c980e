import { Random } from '../art/core/random.ts'
import type { DemoTrack } from './types.ts'

/** A record box: invented artists, titles and labels, by style. */
export interface Record_ {
  style: string
  artist: string
  title: string
  label: string
}

/** Lines of `artist | title | label` under the style they belong to. */
export function crate(shelves: Record<string, string>): Record_[] {
  return Object.entries(shelves).flatMap(([style, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [artist = '', title = '', label = ''] = line.split('|').map((part) => part.trim())
        if (!artist || !title || !label) throw new Error(`Not a record: ${line}`)
        return { style, artist, title, label }
      }),
  )
}

interface Wish {
  seed: string
  /** What is heard, in its order: a record of that style belongs to each. */
  tracks: readonly { style: string; startMs: number }[]
  /** How the DJ's own versions are called; a few tracks in a mix are. */
  versions: readonly string[]
}

/** A tracklist out of the box: no record twice, each of the style that is heard where it stands. */
export function tracklist(records: readonly Record_[], wish: Wish): DemoTrack[] {
  const random = new Random(wish.seed)
  const box = random.shuffle(records)
  return wish.tracks.map(({ style, startMs }) => {
    const place = box.findIndex((record) => record.style === style)
    const [record] = place < 0 ? [] : box.splice(place, 1)
    if (!record) throw new Error(`The box has no more ${style}: ${wish.seed}`)
    const own = random.next() < 0.13
    const unreleased = !own && random.next() < 0.1
    return {
      startMs,
      artist: record.artist,
      title: own ? `${record.title} (${random.pick(wish.versions)})` : record.title,
      label: unreleased || own ? null : record.label,
    }
  })
}

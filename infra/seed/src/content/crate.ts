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
  /** Styles in the order of the night: the mix moves from the first to the last. */
  styles: readonly string[]
  durationMs: number
  count: number
  /** How the DJ's own versions are called; a few tracks in a mix are. */
  versions: readonly string[]
}

/** A tracklist out of the box: no record twice, times ascending from nothing, the last with room to play out. */
export function tracklist(records: readonly Record_[], wish: Wish): DemoTrack[] {
  const random = new Random(wish.seed)
  const shelves = new Map(wish.styles.map((style) => [style, random.shuffle(records.filter((record) => record.style === style))]))
  // When a style runs out, the DJ reaches for whatever else is in the box.
  const rest = random.shuffle(records.filter((record) => !wish.styles.includes(record.style)))
  const picked: Record_[] = []
  for (let i = 0; i < wish.count; i++) {
    const position = (i / wish.count) * wish.styles.length + random.between(-0.45, 0.45)
    const style = wish.styles[Math.min(wish.styles.length - 1, Math.max(0, Math.floor(position)))] as string
    const record = shelves.get(style)?.pop() ?? [...shelves.values()].find((shelf) => shelf.length > 0)?.pop() ?? rest.pop()
    if (!record) throw new Error(`The box is empty: ${wish.seed}`)
    picked.push(record)
  }
  const lengths = picked.map(() => random.between(0.75, 1.3))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let at = 0
  return picked.map((record, i) => {
    const startMs = Math.round(at / 1000) * 1000
    at += ((lengths[i] as number) / total) * wish.durationMs
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

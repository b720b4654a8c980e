import { laidOut, type RawTrack } from '../track-draft.ts'
import { numberOf, walkXml } from './xml.ts'

interface Known {
  title: string
  artist: string
  label: string
  lengthMs: number
}
interface Played {
  key: string
  /** Seconds since some midnight, counted on over days. */
  at: number | null
}

/** Traktor's dates: year, month and day, a byte or two each. */
function dayOf(packed: number | null): number {
  if (packed === null || packed <= 0) return 0
  return Date.UTC(packed >> 16, ((packed >> 8) & 255) - 1, packed & 255) / 86_400_000
}

/** Reads a history of Traktor's (NML): who was played, and when by the clock. A playlist without times is laid out by lengths. */
export function parseTraktor(text: string, durationMs: number): { tracks: RawTrack[]; isGuessed: boolean } | null {
  const collection = new Map<string, Known>()
  const played: Played[] = []
  let isTraktor = false
  let inCollection = false
  let entry: Known | null = null
  let listed: Played | null = null
  walkXml(text, {
    open: ({ name, attributes }, depth) => {
      if (depth === 1) isTraktor = name === 'NML'
      if (name === 'COLLECTION') inCollection = true
      else if (name === 'ENTRY' && inCollection)
        entry = { title: attributes.TITLE ?? '', artist: attributes.ARTIST ?? '', label: '', lengthMs: 0 }
      else if (name === 'LOCATION' && entry)
        collection.set(`${attributes.VOLUME ?? ''}${attributes.DIR ?? ''}${attributes.FILE ?? ''}`, entry)
      else if (name === 'INFO' && entry) {
        entry.label = attributes.LABEL ?? ''
        entry.lengthMs = (numberOf(attributes.PLAYTIME_FLOAT) ?? numberOf(attributes.PLAYTIME) ?? 0) * 1_000
      } else if (name === 'PRIMARYKEY' && !inCollection) {
        listed = { key: attributes.KEY ?? '', at: null }
        played.push(listed)
      } else if (name === 'EXTENDEDDATA' && listed) {
        const seconds = numberOf(attributes.STARTTIME)
        if (seconds !== null) listed.at = dayOf(numberOf(attributes.STARTDATE)) * 86_400 + seconds
      }
    },
    close: (name) => {
      if (name === 'COLLECTION') inCollection = false
      if (name === 'ENTRY') {
        entry = null
        listed = null
      }
    },
  })
  if (!isTraktor) return null
  const known = played.map(({ key, at }) => ({ at, ...(collection.get(key) ?? fromKey(key)) }))
  const timed = known.filter((one): one is typeof one & { at: number } => one.at !== null)
  if (timed.length === 0)
    return {
      tracks: laidOut(
        known.map(({ at: _at, ...one }) => one),
        durationMs,
      ),
      isGuessed: true,
    }
  const first = Math.min(...timed.map(({ at }) => at))
  return { tracks: timed.map(({ at, lengthMs: _length, ...one }) => ({ ...one, startMs: (at - first) * 1_000 })), isGuessed: false }
}

/** A track that is no longer in the collection still has its file's name. */
function fromKey(key: string): Known {
  const name = (key.split(/[:/\\]/).at(-1) ?? '').replace(/\.[a-z0-9]{2,5}$/i, '')
  const at = name.indexOf(' - ')
  return { title: at < 0 ? name : name.slice(at + 3), artist: at < 0 ? '' : name.slice(0, at), label: '', lengthMs: 0 }
}

import { laidOut, type RawTrack } from '../track-draft.ts'
import { numberOf, walkXml } from './xml.ts'

interface Known {
  title: string
  artist: string
  label: string
  lengthMs: number
  /** Memory cues and hot cues, as they stand. */
  marks: { name: string; startMs: number }[]
}
interface Playlist {
  isHistory: boolean
  keys: string[]
}

/** A track of a collection with this many named cues is a mix whose cues are its tracks. */
const fewestCues = 2

/**
 * Reads rekordbox's XML export. A recorded mix with named cues gives those, with their times. A playlist or history gives its tracks in order;
 * it says nothing of when each was played, so they are laid one after another by their lengths: from first to last cue where there are two.
 */
export function parseRekordbox(text: string, durationMs: number): { tracks: RawTrack[]; isGuessed: boolean } | null {
  const collection = new Map<string, Known>()
  const playlists: Playlist[] = []
  const path: { name: string; title: string }[] = []
  let isRekordbox = false
  let track: Known | null = null
  let playlist: Playlist | null = null
  walkXml(text, {
    open: ({ name, attributes }, depth) => {
      if (depth === 1) isRekordbox = name === 'DJ_PLAYLISTS'
      path.push({ name, title: attributes.Name ?? '' })
      if (name === 'TRACK' && path.at(-2)?.name === 'COLLECTION') {
        track = {
          title: attributes.Name ?? '',
          artist: attributes.Artist ?? '',
          label: attributes.Label ?? '',
          lengthMs: (numberOf(attributes.TotalTime) ?? 0) * 1_000,
          marks: [],
        }
        collection.set(attributes.TrackID ?? '', track)
      } else if (name === 'POSITION_MARK' && track) {
        const start = numberOf(attributes.Start)
        if (start !== null && start >= 0) track.marks.push({ name: (attributes.Name ?? '').trim(), startMs: start * 1_000 })
      } else if (name === 'NODE' && attributes.Type === '1') {
        playlist = { isHistory: path.some(({ title }) => /^history/i.test(title)), keys: [] }
        playlists.push(playlist)
      } else if (name === 'TRACK' && playlist) playlist.keys.push(attributes.Key ?? '')
    },
    close: (name) => {
      path.pop()
      if (name === 'TRACK') track = null
      if (name === 'NODE') playlist = null
    },
  })
  if (!isRekordbox) return null
  const filled = playlists.filter(({ keys }) => keys.length > 0)
  const chosen = filled.find(({ isHistory }) => isHistory) ?? filled[0]
  const recorded = [...collection.values()].find(({ marks }) => marks.filter(({ name }) => name !== '').length >= fewestCues)
  if (recorded && (!chosen || chosen.keys.length <= 1)) return { tracks: fromCues(recorded), isGuessed: false }
  const played = (chosen?.keys ?? [...collection.keys()]).flatMap((key) => collection.get(key) ?? [])
  return {
    tracks: laidOut(
      played.map(({ marks, ...one }) => ({ ...one, lengthMs: between(marks) ?? one.lengthMs })),
      durationMs,
    ),
    isGuessed: true,
  }
}

function fromCues({ marks }: Known): RawTrack[] {
  return marks
    .filter(({ name }) => name !== '')
    .map(({ name, startMs }) => {
      const at = name.indexOf(' - ')
      return { startMs, artist: at < 0 ? '' : name.slice(0, at), title: at < 0 ? name : name.slice(at + 3) }
    })
}

/** From the cue at which it comes in to the one at which it goes. */
function between(marks: Known['marks']): number | null {
  const starts = marks.map(({ startMs }) => startMs)
  const length = Math.max(...starts) - Math.min(...starts)
  return starts.length >= 2 && length > 10_000 ? length : null
}

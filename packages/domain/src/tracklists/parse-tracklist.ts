import { decodeText } from './decode-text.ts'
import { parseChapters } from './formats/chapters.ts'
import { parseCue } from './formats/cue.ts'
import { parseRekordbox } from './formats/rekordbox.ts'
import { parseSerato } from './formats/serato.ts'
import { parseText } from './formats/text.ts'
import { parseTraktor } from './formats/traktor.ts'
import { refuse } from './refusal.ts'
import { draftsFrom, mostTracks, type RawTrack, type ReadTracklist } from './track-draft.ts'

/** Collections are large; a text of tracks is not. */
export const mostXmlBytes = 10 * 1024 ** 2
const mostTextBytes = 1024 ** 2

interface Found {
  tracks: RawTrack[]
  isGuessed: boolean
}

const exact = (tracks: RawTrack[] | null): Found | null => tracks && { tracks, isGuessed: false }

/** What it is, by what it holds; the name decides where that could be several things. */
function find(text: string, filename: string, durationMs: number): Found | null {
  const ending = /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? ''
  if (text.trimStart().startsWith('<')) return parseRekordbox(text, durationMs) ?? parseTraktor(text, durationMs)
  if (ending === 'xml' || ending === 'nml') throw refuse('notXml')
  if (text.trimStart().startsWith('{')) return exact(parseChapters(text))
  if (ending === 'cue' || /^\s*TRACK\s+\d+\s+AUDIO\s*$/im.test(text)) return exact(parseCue(text))
  if (ending === 'csv' || ending === 'tsv') return exact(parseSerato(text))
  if (ending === 'txt' || ending === '') return parseText(text, durationMs)
  return null
}

function checked(found: Found | null): ReadTracklist {
  if (!found) throw refuse('unknownFormat')
  if (found.tracks.length === 0) throw refuse('empty')
  if (found.tracks.length > mostTracks) throw refuse('tooMany')
  const tracks = draftsFrom(found.tracks)
  if (!tracks) throw refuse('absurd')
  return { tracks, isGuessed: found.isGuessed }
}

/**
 * Tracks from a file: cue sheet, rekordbox XML, Traktor NML, Serato CSV, chapters, plain text. Throws `too_large`, `unsupported`, `invalid`
 * with the words for it.
 */
export function parseTracklist({
  filename,
  bytes,
  durationMs,
}: {
  filename: string
  bytes: Uint8Array
  durationMs: number
}): ReadTracklist {
  if (bytes.length > mostXmlBytes) throw refuse('tooLarge')
  const text = decodeText(bytes)
  if (!text.trimStart().startsWith('<') && bytes.length > mostTextBytes) throw refuse('tooLarge')
  return checked(find(text, filename, durationMs))
}

/** Tracks from pasted lines. Throws as parseTracklist. */
export function parsePasted({ text, durationMs }: { text: string; durationMs: number }): ReadTracklist {
  if (text.length > mostTextBytes) throw refuse('tooLarge')
  return checked(find(text.replaceAll('\0', ''), '', durationMs))
}

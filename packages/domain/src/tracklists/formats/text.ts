import { isUnknownName, laidOut, type RawTrack } from '../track-draft.ts'

/** `1:02:03.450`, `62:03`, `00:03:10`. */
const time = String.raw`(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?`
const atStart = new RegExp(String.raw`^[[(<{]?\s*${time}\s*[\])>}]?(?=\s|$|[-–—|])\s*[-–—|:]?\s*`)
const atEnd = new RegExp(String.raw`\s*[-–—|@]?\s*[[(<{]?\s*\b${time}\s*[\])>}]?$`)
const numbering = /^#?\d{1,3}\s*[.):]\s+/
/** `01 - Artist - Title`: a number and a dash count as numbering where a dash is left for the name. */
const dashedNumbering = /^#?\d{1,3}\s*[-–—]\s+(?=.+\s[-–—]\s)/
const together = /^w\/\s*/i
const dash = /\s+[-–—]\s+|\t+/
const bracketed = /\s*\[([^[\]]{1,120})\]$/
const inParentheses = /\s*\(([^()]{1,120})\)$/
/** What stands in parentheses behind a title and is no label. */
const partOfTitle =
  /\b(?:mix|remix|rmx|edit|re-?edit|dub|version|vip|feat|ft|with|bootleg|rework|refix|flip|mash-?up|live|intro|outro|instrumental|acapella|a cappella|part|pt|original|extended|radio|club|remaster(?:ed)?|reprise|interlude|cover|demo|take|tool|beats?|\d{4})\b/i

function ms([hours = '0', minutes = '0', seconds = '0', part = '']: (string | undefined)[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + (part ? Number(part.padEnd(3, '0')) : 0)
}

/** Takes the time off a line, at whichever end it stands. */
function withoutTime(line: string): { line: string; startMs: number | null } {
  for (const pattern of [atStart, atEnd]) {
    const match = pattern.exec(line)
    if (match) return { line: line.replace(pattern, '').trim(), startMs: ms(match.slice(1)) }
  }
  return { line, startMs: null }
}

function named(line: string): { artist: string; title: string; label: string | null } {
  const bracket = bracketed.exec(line)
  const parenthesis = bracket ? null : inParentheses.exec(line)
  const found = bracket ?? (parenthesis && !partOfTitle.test(parenthesis[1] ?? '') ? parenthesis : null)
  const label = found ? (found[1] ?? '').trim() || null : null
  const rest = found ? line.slice(0, found.index).trim() : line
  const at = dash.exec(rest)
  if (!at) return { artist: '', title: rest, label }
  return { artist: rest.slice(0, at.index).trim(), title: rest.slice(at.index + at[0].length).trim(), label }
}

/**
 * A tracklist as people paste it: a line a track, with or without numbers, the time at either end, the label behind. Lines that give no track
 * (headings, empty ones) are left out when others have times. Without any time the tracks are spread over the mix.
 */
export function parseText(text: string, durationMs: number): { tracks: RawTrack[]; isGuessed: boolean } {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\u00a0\u2007\u202f]/g, ' ').trim())
    .filter(Boolean)
    .map((line) => {
      const unnumbered = line.replace(numbering, '')
      const timed = withoutTime(unnumbered)
      const name = timed.line.replace(numbering, '').replace(dashedNumbering, '').replace(together, '')
      return { startMs: timed.startMs, ...named(name) }
    })
  const timed = lines.filter(({ startMs }) => startMs !== null)
  if (timed.length === 0) {
    const tracks = lines.filter(({ artist, title }) => artist !== '' || isUnknownName({ artist, title }))
    return {
      tracks: laidOut(
        (tracks.length > 0 ? tracks : lines).map(({ artist, title, label }) => ({ artist, title, label })),
        durationMs,
      ),
      isGuessed: true,
    }
  }
  return { tracks: timed.map(({ startMs, ...name }) => ({ ...name, startMs: startMs ?? 0 })), isGuessed: false }
}

const two = (value: number): string => String(value).padStart(2, '0')

function clock(startMs: number): string {
  const seconds = Math.floor(startMs / 1_000)
  const part = startMs % 1_000
  const whole = `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return part === 0 ? whole : `${whole}.${String(part).padStart(3, '0')}`
}

/** The same tracklist as text that parseText reads back. */
export const formatText = (
  tracks: readonly { startMs: number; title: string; artist: string; label: string | null; isUnknown: boolean }[],
): string =>
  tracks
    .map(({ startMs, title, artist, label, isUnknown }) => {
      const name = isUnknown ? 'ID - ID' : artist ? `${artist} - ${title || 'ID'}` : title
      return `[${clock(startMs)}] ${name}${label ? ` [${label}]` : ''}`
    })
    .join('\n')

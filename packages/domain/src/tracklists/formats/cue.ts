import type { RawTrack, TrackDraft } from '../track-draft.ts'

/** A cue sheet counts minutes, seconds and frames of a seventy-fifth. */
const framesASecond = 75
const toFrames = (ms: number): number => Math.floor((ms * framesASecond) / 1_000)

const command = /^\s*([A-Za-z]+)\s*(.*?)\s*$/
const unquoted = (text: string): string => (/^"(.*)"$/.exec(text)?.[1] ?? text).trim()
const index = /^(\d{1,2})\s+(\d{1,4}):([0-5]?\d):([0-7]?\d)$/

/** Reads a cue sheet; null when it holds no track with a time. INDEX 01 counts; 00 (the gap before) where there is no other. */
export function parseCue(text: string): RawTrack[] | null {
  const tracks: (RawTrack & { frames: number | null; exactMs: number | null; number: number })[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name = '', rest = ''] = command.exec(line) ?? []
    const track = tracks.at(-1)
    if (name.toUpperCase() === 'TRACK')
      tracks.push({ startMs: 0, title: '', artist: '', label: null, frames: null, exactMs: null, number: -1 })
    else if (!track) continue
    else if (name.toUpperCase() === 'TITLE') track.title = unquoted(rest)
    else if (name.toUpperCase() === 'PERFORMER') track.artist = unquoted(rest)
    else if (name.toUpperCase() === 'INDEX') readIndex(track, rest)
    else if (name.toUpperCase() === 'REM') readRemark(track, rest)
  }
  const timed = tracks.filter(({ frames }) => frames !== null)
  if (timed.length === 0) return null
  return timed.map(({ frames, exactMs, number: _number, ...track }) => ({
    ...track,
    // Our own exact time holds only while nobody has moved the index.
    startMs: exactMs !== null && toFrames(exactMs) === frames ? exactMs : Math.round(((frames ?? 0) * 1_000) / framesASecond),
  }))
}

function readIndex(track: { frames: number | null; number: number }, rest: string): void {
  const match = index.exec(rest)
  if (!match) return
  const [number = 0, minutes = 0, seconds = 0, frames = 0] = match.slice(1).map(Number)
  if (number > 1 || number < track.number) return
  track.number = number
  track.frames = (minutes * 60 + seconds) * framesASecond + frames
}

function readRemark(track: RawTrack & { exactMs: number | null }, rest: string): void {
  const [, name = '', value = ''] = /^(\w+)\s*(.*)$/.exec(rest) ?? []
  if (name === 'LABEL') track.label = unquoted(value)
  if (name === 'UNKNOWN') track.isUnknown = true
  if (name === 'START_MS' && /^\d{1,9}$/.test(value)) track.exactMs = Number(value)
}

/** Quotes can't stand within quotes, and lines end a value. */
const quoted = (text: string): string => `"${text.replaceAll('"', '’').replace(/[\r\n]+/g, ' ')}"`
const two = (value: number): string => String(value).padStart(2, '0')

/** A cue sheet of a mix. What cue sheets have no word for stands in remarks, so that our own import loses nothing. */
export function formatCue(mix: { title: string; artist: string; filename: string }, tracks: readonly TrackDraft[]): string {
  const lines = [`PERFORMER ${quoted(mix.artist)}`, `TITLE ${quoted(mix.title)}`, `FILE ${quoted(mix.filename)} WAVE`]
  for (const [at, { startMs, title, artist, label, isUnknown }] of tracks.entries()) {
    const frames = toFrames(startMs)
    lines.push(`  TRACK ${two(at + 1)} AUDIO`)
    if (isUnknown) lines.push('    REM UNKNOWN')
    else lines.push(`    TITLE ${quoted(title)}`, `    PERFORMER ${quoted(artist)}`)
    if (label) lines.push(`    REM LABEL ${quoted(label)}`)
    lines.push(`    REM START_MS ${startMs}`)
    lines.push(`    INDEX 01 ${two(Math.floor(frames / 4_500))}:${two(Math.floor(frames / 75) % 60)}:${two(frames % 75)}`)
  }
  return `${lines.join('\r\n')}\r\n`
}

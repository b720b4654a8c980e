import type { RawTrack } from '../track-draft.ts'
import { readCsv } from './csv.ts'

const clock = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?/i
const dayMs = 24 * 60 * 60_000
/** The session itself heads the list; its name is a date. */
const isDate = (text: string): boolean => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text.trim())

/** Milliseconds since midnight; null for what is no time of day. */
function timeOfDay(text: string): number | null {
  const match = clock.exec(text)
  if (!match) return null
  const [, hour = '0', minute = '0', second = '0', half] = match
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  return hours > 23 || Number(minute) > 59 || Number(second) > 59 ? null : ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1_000
}

/** Reads a history that Serato exported as CSV; null when it is none. Past midnight the clock goes on. */
export function parseSerato(text: string): RawTrack[] | null {
  const [head = [], ...rows] = readCsv(text)
  const columns = head.map((name) => name.trim().toLowerCase())
  const of = (...names: string[]): number => columns.findIndex((column) => names.includes(column))
  const [name, artist, start, label] = [of('name', 'song', 'title'), of('artist'), of('start time', 'start_time', 'starttime'), of('label')]
  if (name < 0 || start < 0) return null
  let day = 0
  let last = -1
  let first: number | null = null
  return rows.flatMap((row): RawTrack[] => {
    const [title = '', by = '', typed = ''] = [row[name], artist < 0 ? '' : row[artist], row[start]]
    const time = timeOfDay(typed.replace(/^.*\d[-/.]\d+[-/.]\d+,?\s+/, ''))
    if (time === null || (isDate(title) && by.trim() === '')) return []
    if (last >= 0 && time < last - dayMs / 2) day += dayMs
    last = time
    first ??= time + day
    const at = artist < 0 ? title.indexOf(' - ') : -1
    return [
      {
        startMs: Math.max(0, time + day - first),
        artist: at < 0 ? by : title.slice(0, at),
        title: at < 0 ? title : title.slice(at + 3),
        label: label < 0 ? null : (row[label] ?? null),
      },
    ]
  })
}

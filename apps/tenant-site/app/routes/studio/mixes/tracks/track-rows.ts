import { clockOf, typedMs } from '@residency/ui/studio'

/** A track as it stands in the editor: its start as it was typed. */
export interface TrackRow {
  /** Of the row in this page; the track's own id once it is saved. */
  key: string
  id: string
  start: string
  title: string
  artist: string
  label: string
  isUnknown: boolean
}

interface Track {
  id?: string
  startMs: number
  title: string
  artist: string
  label: string | null
  isUnknown: boolean
}

export const startOf = (row: TrackRow): number => typedMs(row.start) ?? 0

export const rowsFrom = (tracks: readonly Track[]): TrackRow[] =>
  tracks.map(({ id = '', startMs, title, artist, label, isUnknown }, at) => ({
    key: id || `read-${at}`,
    id,
    start: clockOf(startMs),
    title,
    artist,
    label: label ?? '',
    isUnknown,
  }))

/** In order of time; what has no time yet stays where it is put, at the beginning. */
export const inOrder = (rows: readonly TrackRow[]): TrackRow[] => [...rows].sort((a, b) => startOf(a) - startOf(b))

const blank = (key: string, startMs: number): TrackRow => ({
  key,
  id: '',
  start: clockOf(startMs),
  title: '',
  artist: '',
  label: '',
  isUnknown: true,
})

/** When the track after this one begins. */
const endOf = (rows: readonly TrackRow[], at: number, durationMs: number): number => {
  const next = rows[at + 1]
  return next ? startOf(next) : durationMs
}

/** An unknown track at this moment. */
export const inserted = (rows: readonly TrackRow[], key: string, atMs: number): TrackRow[] =>
  inOrder([...rows, blank(key, Math.round(atMs))])

/** Parts a track in two: where one listens when that lies within it, else in its middle. The second part is unknown. */
export function parted(rows: readonly TrackRow[], key: string, newKey: string, positionMs: number, durationMs: number): TrackRow[] {
  const at = rows.findIndex((row) => row.key === key)
  const row = rows[at]
  if (!row) return [...rows]
  const [start, end] = [startOf(row), endOf(rows, at, durationMs)]
  const within = positionMs > start && positionMs < end ? positionMs : start + (end - start) / 2
  return [...rows.slice(0, at + 1), blank(newKey, Math.round(within)), ...rows.slice(at + 1)]
}

/** Makes one of a track and the next: the first's start, and its name unless only the second has one. */
export function merged(rows: readonly TrackRow[], key: string): TrackRow[] {
  const at = rows.findIndex((row) => row.key === key)
  const [row, next] = [rows[at], rows[at + 1]]
  if (!row || !next) return [...rows]
  const { title, artist, label, isUnknown } = row.isUnknown ? next : row
  return [...rows.slice(0, at), { ...row, title, artist, label, isUnknown }, ...rows.slice(at + 2)]
}

export const without = (rows: readonly TrackRow[], key: string): TrackRow[] => rows.filter((row) => row.key !== key)

export const changed = (rows: readonly TrackRow[], key: string, to: Partial<TrackRow>): TrackRow[] =>
  rows.map((row) => (row.key === key ? { ...row, ...to } : row))

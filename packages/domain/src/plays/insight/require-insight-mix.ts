import type { TenantSql } from '@residency/db'
import { type TrackRecord, tracksText } from '../../catalogue/index.ts'
import { notFound } from '../../errors/index.ts'

export interface InsightMix {
  id: string
  title: string
  durationMs: number
  recordingId: string | null
  /** One value (0..255) a column over the whole, at most 300; null: not measured. */
  peaks: number[] | null
  tracks: Pick<TrackRecord, 'position' | 'startMs' | 'title' | 'artist'>[]
}

const text = `select m.id, m.title, coalesce(r.duration_ms - r.trim_start_ms - r.trim_end_ms, m.duration_ms) as "durationMs", r.id as "recordingId", r.peaks
  from mix m left join recording r on r.tenant_id = m.tenant_id and r.id = m.recording_id where m.id = $1`

const mostColumns = 300

/** The highest of each column's bytes: a quiet moment must not hide a loud one. */
function columnsOf(peaks: Buffer): number[] {
  const width = Math.max(1, Math.ceil(peaks.length / mostColumns))
  return Array.from({ length: Math.ceil(peaks.length / width) }, (_, column) =>
    Math.max(...peaks.subarray(column * width, (column + 1) * width)),
  )
}

/** Throws `not_found`. */
export async function requireInsightMix(sql: TenantSql, mixId: string): Promise<InsightMix> {
  type Row = Omit<InsightMix, 'peaks' | 'tracks'> & { peaks: Buffer | null }
  const [row] = await sql.query<Row>('insight_mix', text, [mixId])
  if (!row) throw notFound()
  const tracks = await sql.query<TrackRecord>('mix_tracks', tracksText, [mixId])
  return {
    ...row,
    peaks: row.peaks && row.peaks.length > 0 ? columnsOf(row.peaks) : null,
    tracks: tracks.map(({ position, startMs, title, artist }) => ({ position, startMs, title, artist })),
  }
}

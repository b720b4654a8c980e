import { readTenant, type TenantRef, type TenantSql } from '@residency/db'
import type { RenditionName } from '../access/index.ts'
import type { StreamRendition } from './playlists.ts'

export interface Stream {
  recordingId: string
  mixId: string
  /** Lowest quality first; those without a segment yet are left out. */
  renditions: StreamRendition[]
  /** All of them are complete: nothing here will change any more. */
  complete: boolean
}

type Row = Omit<StreamRendition, 'name'> & { mixId: string; name: RenditionName; ready: boolean }

const text = `select r.mix_id as "mixId", r.stage = 'ready' as ready, e.name, e.codecs, e.bandwidth, e.average_bandwidth as "averageBandwidth",
    e.segment_ms as "segmentMs", e.take, e.completed_at is not null as complete
  from recording r join rendition e on e.tenant_id = r.tenant_id and e.recording_id = r.id and cardinality(e.segment_ms) > 0
  where r.id = $1 order by e.average_bandwidth`

/** Inside a transaction that is open already. Null: nothing of it can be heard. */
export async function readStream(sql: TenantSql, recordingId: string): Promise<Stream | null> {
  const rows = await sql.query<Row>('stream', text, [recordingId])
  const [first] = rows
  if (!first) return null
  const renditions = rows.map(({ mixId: _mixId, ready: _ready, ...rendition }) => rendition)
  return { recordingId, mixId: first.mixId, renditions, complete: first.ready && renditions.every(({ complete }) => complete) }
}

/** The encoded qualities of a recording. */
export const getStream = (ref: TenantRef, recordingId: string): Promise<Stream | null> =>
  readTenant(ref, (sql) => readStream(sql, recordingId))

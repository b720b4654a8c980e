import { buffer } from 'node:stream/consumers'
import type { TenantRef } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import { LRUCache } from 'lru-cache'
import type { RenditionName } from '../../access/index.ts'
import { getStream, openSegment, type SegmentRef, segmentKeyParts } from '../../streaming/index.ts'
import { segmentIndex, timescaleOf } from './segment-index.ts'

/** A quality of a recording as one file (fragmented MP4 with an index), made of the very segments that are streamed. */
export interface OneFile {
  tenantId: string
  recordingId: string
  rendition: RenditionName
  take: number
  /** Initialisation and index: what the file begins with. */
  head: Buffer
  segmentBytes: number[]
  segmentMs: number[]
  bytes: number
}

// Nothing of a complete recording ever changes.
const known = new LRUCache<string, OneFile>({ max: 500 })

/** Null while not all of it is encoded. */
export async function oneFileOf(ref: TenantRef, recordingId: string, rendition: RenditionName): Promise<OneFile | null> {
  const { tenantId } = ref
  const key = `${tenantId}/${recordingId}/${rendition}`
  const remembered = known.get(key)
  if (remembered) return remembered
  const made = (await getStream(ref, recordingId))?.renditions.find(({ name, complete }) => name === rendition && complete)
  if (!made) return null
  const { segmentMs: durations, take } = made
  const init = await openSegment(tenantId, { recordingId, rendition, take, segment: 'init' })
  if (!init) return null
  const sizes = await sizesOf(tenantId, { recordingId, rendition, take })
  const segments = durations.map((durationMs, index) => ({ durationMs, bytes: sizes.get(`${index}.m4s`) ?? 0 }))
  if (segments.some(({ bytes }) => bytes === 0)) {
    init.body.destroy()
    return null
  }
  const start = await buffer(init.body)
  const head = Buffer.concat([start, segmentIndex(segments, timescaleOf(start))])
  const segmentBytes = segments.map(({ bytes }) => bytes)
  const file = {
    tenantId,
    recordingId,
    rendition,
    take,
    head,
    segmentBytes,
    segmentMs: durations,
    bytes: segmentBytes.reduce((sum, bytes) => sum + bytes, head.length),
  }
  known.set(key, file)
  return file
}

async function sizesOf(tenantId: string, of: Omit<SegmentRef, 'segment'>): Promise<Map<string, number>> {
  const storage = tenantStorage(tenantId)
  const [folder, ...rest] = segmentKeyParts({ ...of, segment: 'init' }).slice(0, -1) as [string, ...string[]]
  const sizes = new Map<string, number>()
  for await (const { key, bytes } of storage.list(folder, ...rest)) sizes.set(key.slice(key.lastIndexOf('/') + 1), bytes)
  return sizes
}

/**
 * The bytes `first` to `last` (both included) of the file, a segment at a time. `mayGoOn` is asked before each segment: a long download ends where
 * its permission does. Throws when a segment can't be had, or it may not.
 */
export async function* bytesOf(
  { tenantId, recordingId, rendition, take, head, segmentBytes }: OneFile,
  first: number,
  last: number,
  mayGoOn: () => Promise<boolean>,
): AsyncGenerator<Buffer> {
  if (first < head.length) yield head.subarray(first, last + 1)
  const storage = tenantStorage(tenantId)
  let at = head.length
  for (const [index, bytes] of segmentBytes.entries()) {
    const [from, to] = [Math.max(first - at, 0), Math.min(last - at, bytes - 1)]
    at += bytes
    if (from >= bytes) continue
    if (to < 0) return
    if (!(await mayGoOn())) throw new Error('The one who listens may not any longer')
    const found = await storage.get(storage.key(...segmentKeyParts({ recordingId, rendition, take, segment: index })), {
      first: from,
      last: to,
    })
    if (!found) throw new Error(`Segment ${index} of recording ${recordingId} is not there`)
    for await (const chunk of found.body) yield chunk as Buffer
  }
}

/** The whole seconds of sound that the bytes `first` to `last` (both included) hold; where they begin within a second, from its start. */
export function secondsOf({ head, segmentBytes, segmentMs }: OneFile, first: number, last: number): { fromS: number; toS: number } {
  const msAt = (byte: number): number => {
    let [at, ms] = [head.length, 0]
    for (const [index, bytes] of segmentBytes.entries()) {
      const durationMs = segmentMs[index] ?? 0
      if (byte < at + bytes) return ms + (durationMs * Math.max(0, byte - at)) / bytes
      at += bytes
      ms += durationMs
    }
    return ms
  }
  return { fromS: Math.floor(msAt(first) / 1_000), toS: Math.floor(msAt(last + 1) / 1_000) }
}

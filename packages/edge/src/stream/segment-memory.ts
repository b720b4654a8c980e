import { buffer } from 'node:stream/consumers'
import { limits } from '@residency/config'
import type { RenditionName } from '@residency/domain/access'
import { openSegment, type SegmentName } from '@residency/domain/streaming'
import { LRUCache } from 'lru-cache'

const memory = new LRUCache<string, Buffer>({ maxSize: limits.segmentCacheBytes, sizeCalculation: (bytes) => bytes.length + 200 })
const reading = new Map<string, Promise<Buffer | null>>()

/** The one constructor of these keys: it needs the tenant. Objects never change, so a key never means anything else. */
const keyOf = (tenantId: string, recordingId: string, rendition: RenditionName, segment: SegmentName): string =>
  `${tenantId}/${recordingId}/${rendition}/${segment}`

/** A segment that is in memory, without waiting. */
export const peekSegment = (tenantId: string, recordingId: string, rendition: RenditionName, segment: SegmentName): Buffer | undefined =>
  memory.get(keyOf(tenantId, recordingId, rendition, segment))

/** A segment from memory, else from the object store, read once however many ask. Null: there is none. */
export async function readSegment(
  tenantId: string,
  recordingId: string,
  rendition: RenditionName,
  segment: SegmentName,
): Promise<Buffer | null> {
  const key = keyOf(tenantId, recordingId, rendition, segment)
  const known = memory.get(key)
  if (known) return known
  const already = reading.get(key)
  if (already) return already
  const work = openSegment(tenantId, recordingId, rendition, segment)
    .then(async (found) => {
      if (!found) return null
      if (found.bytes > limits.segmentBytes) {
        found.body.destroy()
        throw new Error(`A segment has ${found.bytes} bytes`)
      }
      const bytes = await buffer(found.body)
      memory.set(key, bytes)
      return bytes
    })
    .finally(() => reading.delete(key))
  reading.set(key, work)
  return work
}

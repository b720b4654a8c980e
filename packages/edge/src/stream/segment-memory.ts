import { buffer } from 'node:stream/consumers'
import { limits } from '@residency/config'
import { openSegment, type SegmentRef } from '@residency/domain/streaming'
import { LRUCache } from 'lru-cache'

const memory = new LRUCache<string, Buffer>({ maxSize: limits.segmentCacheBytes, sizeCalculation: (bytes) => bytes.length + 200 })
const reading = new Map<string, Promise<Buffer | null>>()

/** The one constructor of these keys: it needs the tenant. Objects never change, so a key never means anything else. */
const keyOf = (tenantId: string, { recordingId, rendition, take, segment }: SegmentRef): string =>
  `${tenantId}/${recordingId}/${take}/${rendition}/${segment}`

/** A segment that is in memory, without waiting. */
export const peekSegment = (tenantId: string, ref: SegmentRef): Buffer | undefined => memory.get(keyOf(tenantId, ref))

/** A segment from memory, else from the object store, read once however many ask. Null: there is none. */
export async function readSegment(tenantId: string, ref: SegmentRef): Promise<Buffer | null> {
  const key = keyOf(tenantId, ref)
  const known = memory.get(key)
  if (known) return known
  const already = reading.get(key)
  if (already) return already
  const work = openSegment(tenantId, ref)
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

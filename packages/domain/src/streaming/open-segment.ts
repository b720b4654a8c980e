import type { Readable } from 'node:stream'
import { tenantStorage } from '@residency/integrations/storage'
import { type SegmentRef, segmentKeyParts } from '../recordings/index.ts'

/** The bytes of one segment, or null when there is no such object. */
export async function openSegment(tenantId: string, ref: SegmentRef): Promise<{ bytes: number; body: Readable } | null> {
  const storage = tenantStorage(tenantId)
  const found = await storage.get(storage.key(...segmentKeyParts(ref)))
  return found ? { bytes: found.info.bytes, body: found.body } : null
}

const mostPeakBytes = 8 * 1024 * 1024

/** Detailed peaks of a recording: one byte a column, 25 columns a second. Null while they are not measured. */
export async function getDetailedPeaks(tenantId: string, recordingId: string): Promise<Buffer | null> {
  const storage = tenantStorage(tenantId)
  return storage.getBuffer(storage.key('audio', recordingId, 'peaks.bin'), mostPeakBytes)
}

import type { Readable } from 'node:stream'
import { tenantStorage } from '@residency/integrations/storage'
import type { RenditionName } from '../access/index.ts'

/** `init.mp4`, or a segment's number. */
export type SegmentName = 'init' | number

/** The objects of a recording never change once written: a new version is a new recording. */
export const segmentKeyParts = (recordingId: string, rendition: RenditionName, segment: SegmentName): [string, ...string[]] => [
  'audio',
  recordingId,
  rendition,
  segment === 'init' ? 'init.mp4' : `${segment}.m4s`,
]

/** The bytes of one segment, or null when there is no such object. */
export async function openSegment(
  tenantId: string,
  recordingId: string,
  rendition: RenditionName,
  segment: SegmentName,
): Promise<{ bytes: number; body: Readable } | null> {
  const storage = tenantStorage(tenantId)
  const found = await storage.get(storage.key(...segmentKeyParts(recordingId, rendition, segment)))
  return found ? { bytes: found.info.bytes, body: found.body } : null
}

const mostPeakBytes = 8 * 1024 * 1024

/** Detailed peaks of a recording: one byte a column, a hundred columns a second. Null while they are not measured. */
export async function getDetailedPeaks(tenantId: string, recordingId: string): Promise<Buffer | null> {
  const storage = tenantStorage(tenantId)
  return storage.getBuffer(storage.key('audio', recordingId, 'peaks.bin'), mostPeakBytes)
}

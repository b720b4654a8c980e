import type { AudioFacts, OnProgress, Trim } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'
import type { EncodedRendition, RenditionName, SegmentEvent } from './renditions.ts'

export interface EncodeOptions {
  /** An existing folder; each rendition gets one of its own below it. */
  outDir: string
  trim?: Trim
  /** `flac` is refused for a source that is not lossless. */
  renditions: readonly RenditionName[]
  /** Encoders at a time. Default: as many as there are cores. */
  workers?: number
  onSegment?: (event: SegmentEvent) => void
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** Encodes one pass into all renditions as HLS in fragmented MP4, on all cores, without a gap. Throws MediaError. */
export async function encodeHls(_file: string, _facts: AudioFacts, _options: EncodeOptions): Promise<EncodedRendition[]> {
  throw new MediaError('unsupported', 'not built yet')
}

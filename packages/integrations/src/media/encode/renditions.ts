export type RenditionName = 'aac128' | 'aac256' | 'aac320' | 'flac'

/** Fires once a file is whole and will not change again: it may be stored and served. Files of a rendition come in order. */
export interface SegmentEvent {
  rendition: RenditionName
  /** `init` is the header that every segment needs; it comes first. */
  index: number | 'init'
  /** Absolute path below `outDir`. */
  file: string
  /** Of sound that is heard; 0 for `init`. */
  durationMs: number
}

export interface EncodedSegment {
  /** Absolute path. */
  file: string
  durationMs: number
  bytes: number
}

export interface EncodedRendition {
  name: RenditionName
  /** RFC 6381, for a master playlist's CODECS: `mp4a.40.2` or `fLaC`. */
  codec: string
  /** Hz */
  sampleRate: number
  channels: number
  /** bit/s of the largest segment, for BANDWIDTH. */
  bandwidth: number
  /** bit/s, for AVERAGE-BANDWIDTH. */
  averageBandwidth: number
  /** Of sound that is heard, right to the sample before rounding. */
  durationMs: number
  /** Absolute path. */
  initFile: string
  /** Cut at the same moments in every rendition. */
  segments: EncodedSegment[]
}

import type { RenditionName } from '@residency/integrations/media'

/** `init.mp4`, or a segment's number. */
export type SegmentName = 'init' | number

/** One object of a recording's audio. */
export interface SegmentRef {
  recordingId: string
  rendition: RenditionName
  /** The attempt that made it; 0 for what is older than the counting of attempts. */
  take: number
  segment: SegmentName
}

/** Objects never change once written: a new version is a new recording, another try at it another take. */
export const segmentKeyParts = ({ recordingId, rendition, take, segment }: SegmentRef): [string, ...string[]] => [
  'audio',
  recordingId,
  ...(take > 0 ? [String(take)] : []),
  rendition,
  segment === 'init' ? 'init.mp4' : `${segment}.m4s`,
]

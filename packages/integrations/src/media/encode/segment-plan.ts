import { aacRateOf } from '../decode/pcm-format.ts'

export const aacFrameSamples = 1_024
export const flacFrameSamples = 4_096

/** Apple's advice; a phone that changes quality waits for the next cut. */
const segmentSeconds = 6

export interface SegmentPlan {
  aacRate: number
  pcmRate: number
  /** Samples of the lossless stream for each of AAC's: 1, 2 or 4. */
  times: number
  /** AAC frames in a segment: whole FLAC frames too, so that every rendition is cut at the same sample. */
  framesPerSegment: number
}

export function planSegments(sourceRate: number, pcmRate: number): SegmentPlan {
  const aacRate = aacRateOf(sourceRate)
  const framesPerSegment = Math.round((segmentSeconds * aacRate) / flacFrameSamples) * (flacFrameSamples / aacFrameSamples)
  return { aacRate, pcmRate, times: pcmRate / aacRate, framesPerSegment }
}

export interface Chunk {
  index: number
  firstSegment: number
  /** Whole ones, except in the last chunk. */
  segments: number
  /** First AAC frame that is kept, and first that is fed. */
  firstFrame: number
  fedFrame: number
  /** The recording ends within it. */
  last: boolean
  /** PCM from `fedFrame` on. */
  data: Buffer
}

/** Frames fed before a chunk so that its encoder has forgotten what it encoded last; they are thrown away. */
export const preRollFrames = 12
/** Frames fed behind a chunk: an encoder looks ahead. */
export const postRollFrames = 4

/** In segments: the first is ready at once, later ones are long enough for the roll to cost nothing. */
export const chunkLength = (index: number): number => [1, 1, 2, 2, 4, 4][index] ?? 8

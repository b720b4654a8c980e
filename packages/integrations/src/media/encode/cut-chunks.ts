import type { Readable } from 'node:stream'
import { aacFrameSamples, type Chunk, chunkLength, postRollFrames, preRollFrames, type SegmentPlan } from './segment-plan.ts'

/**
 * Cuts a stream of PCM into chunks of whole segments that overlap by what an encoder needs on either side. Holds one chunk, and nothing is
 * read from the stream while nobody takes the next. `counted` learns how many PCM frames went by.
 */
export async function* cutChunks(
  pcm: Readable,
  { framesPerSegment, times }: SegmentPlan,
  frameBytes: number,
  counted: (pcmFrames: number) => void,
): AsyncGenerator<Chunk, void> {
  const aacFrameBytes = aacFrameSamples * times * frameBytes
  let index = 0
  let firstSegment = 0
  let fedFrame = 0
  let total = 0
  const endFrame = () => (firstSegment + chunkLength(index)) * framesPerSegment + postRollFrames
  const room = () => Buffer.allocUnsafe((endFrame() - fedFrame) * aacFrameBytes)
  let data = room()
  let filled = 0
  const chunk = (last: boolean): Chunk => {
    const firstFrame = firstSegment * framesPerSegment
    return {
      index,
      firstSegment,
      segments: chunkLength(index),
      firstFrame,
      fedFrame,
      last,
      data: last ? data.subarray(0, filled - (filled % frameBytes)) : data,
    }
  }
  for await (const part of pcm as AsyncIterable<Buffer>) {
    total += part.length
    for (let at = 0; at < part.length; ) {
      // A full chunk is handed on once there is more, so that the last one knows that it is.
      if (filled === data.length) {
        const done = chunk(false)
        firstSegment += chunkLength(index)
        index += 1
        const nextFed = firstSegment * framesPerSegment - preRollFrames
        const overlap = done.data.subarray((nextFed - fedFrame) * aacFrameBytes)
        fedFrame = nextFed
        data = room()
        overlap.copy(data)
        filled = overlap.length
        yield done
      }
      const taken = part.copy(data, filled, at)
      filled += taken
      at += taken
    }
  }
  counted(Math.floor(total / frameBytes))
  if (filled > 0) yield chunk(true)
}

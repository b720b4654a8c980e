import { stat } from 'node:fs/promises'
import type { AudioFacts, RawSamples, Trim } from '../audio-facts.ts'
import type { PcmFormat } from '../decode/pcm-format.ts'
import { patience } from '../decode/start-decoder.ts'
import { MediaError } from '../media-error.ts'
import { planRanges, type Range } from './plan-ranges.ts'
import { packetClock, packetsOf } from './rendition-writer.ts'
import type { RenditionName } from './renditions.ts'
import { aacFrameSamples, postRollFrames, preRollFrames, type SegmentPlan } from './segment-plan.ts'
import { type SortedOutputs, sortOutputs } from './sort-outputs.ts'
import { startEncoder } from './start-encoder.ts'

const rawCodec = /^pcm_((?:s16|s24|s32|f32)[lb]e)$/

/** The part of a file that its encoders can read for themselves. */
export interface RawPart {
  file: string
  /** ffmpeg's name of the samples' shape. */
  format: string
  samples: RawSamples
  /** Frames before the part, and in it. */
  from: number
  frames: number
}

/** Stereo PCM at the rate that is encoded needs no decoder: its encoders find their samples by counting. Null for everything else. */
export function rawPartOf(file: string, facts: AudioFacts, pcm: PcmFormat, trim?: Trim): RawPart | null {
  const { samples, channels, sampleRate, codec } = facts
  const format = rawCodec.exec(codec)?.[1]
  if (!samples || !format || channels !== 2 || sampleRate !== pcm.sampleRate) return null
  const all = samples.bytes / samples.frameBytes
  const frameAt = (ms: number) => Math.min(all, Math.max(0, Math.round((ms * sampleRate) / 1000)))
  const from = trim ? frameAt(trim.startMs) : 0
  return { file, format, samples, from, frames: (trim ? frameAt(trim.endMs) : all) - from }
}

export interface RangesRun extends SortedOutputs {
  renditions: readonly RenditionName[]
  part: RawPart
  pcm: PcmFormat
  plan: SegmentPlan
  encoders: number
  /** Resolves once all of the file before this byte is there. */
  arrived: (byte: number) => Promise<void>
  signal: AbortSignal
}

/** Encodes a part range by range, `encoders` at a time. The samples go by nobody else: that is a tenth of the work saved. */
export async function encodeRanges(run: RangesRun): Promise<void> {
  const { part, plan, encoders } = run
  const perSegment = plan.framesPerSegment * aacFrameSamples * plan.times
  const ranges = planRanges(Math.ceil(part.frames / perSegment), encoders)
  const work = async (): Promise<void> => {
    // All of them take from the one plan: a plain loop over it would end it for the others too.
    for (let next = ranges.next(); !next.done; next = ranges.next()) await encodeRange(run, next.value)
  }
  await Promise.all(Array.from({ length: Math.max(1, encoders) }, work))
}

/** Ranges overlap by what an encoder needs on either side. */
async function encodeRange(run: RangesRun, { firstSegment, segments, last }: Range): Promise<void> {
  const { part, plan, pcm, renditions, signal } = run
  const { samples } = part
  const frameSamples = aacFrameSamples * plan.times
  const firstFrame = firstSegment * plan.framesPerSegment
  const fedFrame = Math.max(0, firstFrame - preRollFrames)
  const from = fedFrame * frameSamples
  const to = last ? part.frames : Math.min(part.frames, ((firstSegment + segments) * plan.framesPerSegment + postRollFrames) * frameSamples)
  const byteOf = (frame: number) => samples.at + (part.from + frame) * samples.frameBytes
  await run.arrived(byteOf(to))
  if ((await stat(part.file)).size < byteOf(to)) throw new MediaError('cut_off', `no byte ${byteOf(to)}`)
  const seconds = patience(((to - from) / pcm.sampleRate) * 1000)
  const input = { file: part.file, format: part.format, start: byteOf(from), end: byteOf(to) }
  const encoder = await startEncoder(input, renditions, pcm, plan, { seconds, signal })
  const sorters = sortOutputs(encoder, plan, run)
  for (const { name, sorter } of sorters) {
    const clock = packetClock(name, plan)
    const kept = packetsOf({ firstSegment, firstFrame, fedFrame }, clock, plan)
    const pcmPerPacket = name === 'flac' ? clock.packetSamples : frameSamples
    const end = last ? kept.fed + Math.ceil((to - from) / pcmPerPacket) : (firstSegment + segments) * clock.packetsPerSegment
    sorter.expect({ ...kept, to: end + clock.primingPackets, given: Number.POSITIVE_INFINITY })
  }
  await encoder.tool.ended
  for (const { sorter } of sorters) sorter.end()
}

import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { PcmFormat } from '../decode/pcm-format.ts'
import { packetClock, packetsOf } from './rendition-writer.ts'
import type { RenditionName } from './renditions.ts'
import { aacFrameSamples, type Chunk, type SegmentPlan } from './segment-plan.ts'
import { type SortedOutputs, sortOutputs } from './sort-outputs.ts'
import { startEncoder } from './start-encoder.ts'

export interface EncoderRun extends SortedOutputs {
  renditions: readonly RenditionName[]
  pcm: PcmFormat
  plan: SegmentPlan
  /** The next chunk of the recording, for whoever asks first; null at its end. */
  take: () => Promise<Chunk | null>
  seconds: number
  signal: AbortSignal
}

/** Runs one encoder until no chunk is left. */
export async function runEncoder(run: EncoderRun): Promise<void> {
  const first = await run.take()
  if (!first) return
  const encoder = await startEncoder('stdin', run.renditions, run.pcm, run.plan, run)
  const { tool } = encoder
  const sorters = sortOutputs(encoder, run.plan, run)
  const feed = async () => {
    const stdin = tool.process.stdin as Writable
    const gone = tool.ended.then(
      () => undefined,
      () => undefined,
    )
    for (let chunk: Chunk | null = first; chunk; chunk = await run.take()) {
      for (const { name, sorter } of sorters) sorter.expect(expectationOf(name, chunk, run))
      if (!stdin.write(chunk.data)) await Promise.race([once(stdin, 'drain').catch(() => undefined), gone])
      if (tool.process.exitCode !== null || stdin.destroyed) break
    }
    stdin.end()
  }
  await Promise.all([feed(), tool.ended])
  for (const { sorter } of sorters) sorter.end()
}

function expectationOf(name: RenditionName, chunk: Chunk, { plan, pcm }: EncoderRun) {
  const clock = packetClock(name, plan)
  const { fed, from } = packetsOf(chunk, clock, plan)
  const pcmPerPacket = name === 'flac' ? clock.packetSamples : aacFrameSamples * plan.times
  const packets = chunk.data.length / pcm.frameBytes / pcmPerPacket
  if (chunk.last) return { fed, from, to: fed + Math.ceil(packets) + clock.primingPackets, given: Number.POSITIVE_INFINITY }
  return { fed, from, to: (chunk.firstSegment + chunk.segments) * clock.packetsPerSegment + clock.primingPackets, given: packets }
}

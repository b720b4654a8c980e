import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { PcmFormat } from '../decode/pcm-format.ts'
import { PacketSorter } from './packet-sorter.ts'
import { type Fragment, packetClock, packetsOf, type RenditionWriter } from './rendition-writer.ts'
import type { RenditionName } from './renditions.ts'
import { aacFrameSamples, type Chunk, type SegmentPlan } from './segment-plan.ts'
import { splitAdts, splitOgg } from './split-packets.ts'
import { startEncoder } from './start-encoder.ts'

const oggHeadersAt = 7
const streamInfoAt = 17
const streamInfoBytes = 34

export interface EncoderRun {
  renditions: readonly RenditionName[]
  pcm: PcmFormat
  plan: SegmentPlan
  writers: Map<RenditionName, RenditionWriter>
  /** The next chunk of the recording, for whoever asks first; null at its end. */
  take: () => Promise<Chunk | null>
  /** A segment is whole. */
  onFragment: (name: RenditionName, fragment: Fragment) => void
  seconds: number
  signal: AbortSignal
}

/** Runs one encoder until no chunk is left. */
export async function runEncoder(run: EncoderRun): Promise<void> {
  const first = await run.take()
  if (!first) return
  const { tool, outputs } = await startEncoder(run.renditions, run.pcm, run.plan, run)
  const sorters = run.renditions.map((name) => {
    const sorter = new PacketSorter(packetClock(name, run.plan), (fragment) => run.onFragment(name, fragment))
    const splitter = name === 'flac' ? splitOgg(skipFlacHeaders(run.writers.get(name), sorter)) : splitAdts((packet) => sorter.push(packet))
    outputs.get(name)?.on('data', (bytes: Buffer) => {
      try {
        splitter.push(bytes)
      } catch (error) {
        tool.process.emit('error', error)
        tool.kill()
      }
    })
    return { name, sorter }
  })
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

/** FLAC's headers go into the init segment; every encoder gives the same. */
function skipFlacHeaders(writer: RenditionWriter | undefined, sorter: PacketSorter): (packet: Buffer) => void {
  let headers = -1
  return (packet) => {
    if (headers > 0) headers -= 1
    else if (headers === 0) sorter.push(packet)
    else {
      headers = packet.readUInt16BE(oggHeadersAt)
      void writer?.begin(Buffer.from(packet.subarray(streamInfoAt, streamInfoAt + streamInfoBytes)))
    }
  }
}

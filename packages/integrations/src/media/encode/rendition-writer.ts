import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeInitSegment } from '../fmp4/init-segment.ts'
import { writeMediaSegment } from '../fmp4/media-segment.ts'
import { renumberFlacFrame } from '../formats/flac-frame.ts'
import type { EncodedRendition, EncodedSegment, RenditionName, SegmentEvent } from './renditions.ts'
import { aacFrameSamples, type Chunk, flacFrameSamples, type SegmentPlan } from './segment-plan.ts'
import { bitRates } from './start-encoder.ts'

export interface Fragment {
  /** Number of the segment. */
  index: number
  packets: Uint8Array[]
}

/** Numbers and durations of a rendition's packets. */
export interface PacketClock {
  packetSamples: number
  sampleRate: number
  /** Packets that an encoder gives before the first sound. */
  primingPackets: number
  packetsPerSegment: number
}

export const packetClock = (name: RenditionName, plan: SegmentPlan): PacketClock =>
  name === 'flac'
    ? {
        ...{ packetSamples: flacFrameSamples, sampleRate: plan.pcmRate, primingPackets: 0 },
        packetsPerSegment: (plan.framesPerSegment * aacFrameSamples * plan.times) / flacFrameSamples,
      }
    : { packetSamples: aacFrameSamples, sampleRate: plan.aacRate, primingPackets: 1, packetsPerSegment: plan.framesPerSegment }

/** The first packet of a chunk that is kept, counted through the recording, and the first its encoder gives for it. */
export function packetsOf(
  chunk: Pick<Chunk, 'firstSegment' | 'firstFrame' | 'fedFrame'>,
  clock: PacketClock,
  plan: SegmentPlan,
): { fed: number; from: number } {
  const perFrame = clock.packetsPerSegment / plan.framesPerSegment
  const priming = chunk.firstSegment === 0 ? 0 : clock.primingPackets
  return { fed: chunk.fedFrame * perFrame, from: chunk.firstFrame * perFrame + priming }
}

/** Writes one rendition's files and tells of them in order, whatever the order they are finished in. */
export class RenditionWriter {
  readonly name: RenditionName
  private readonly clock: PacketClock
  private readonly folder: string
  private readonly onSegment: (event: SegmentEvent) => void
  private readonly segments: EncodedSegment[] = []
  private told = 0
  private readonly initFile: string
  private readonly bitsPerSample: number
  private begun: Promise<void> | null = null

  constructor(name: RenditionName, clock: PacketClock, outDir: string, bitsPerSample: number, onSegment: (event: SegmentEvent) => void) {
    this.name = name
    this.clock = clock
    this.folder = join(outDir, name)
    this.initFile = join(this.folder, 'init.mp4')
    this.bitsPerSample = bitsPerSample
    this.onSegment = onSegment
  }

  /** Writes the header. `streamInfo` is FLAC's, as its encoder gave it. */
  begin(streamInfo?: Buffer): Promise<void> {
    this.begun ??= this.writeInit(streamInfo)
    return this.begun
  }

  private async writeInit(streamInfo?: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    const { sampleRate, primingPackets, packetSamples } = this.clock
    const kind = this.name === 'flac' ? 'flac' : 'aac'
    const bitRate = this.name === 'flac' ? 0 : bitRates[this.name]
    const init = writeInitSegment({
      kind,
      sampleRate,
      bitRate,
      streamInfo,
      bitsPerSample: this.bitsPerSample,
      priming: primingPackets * packetSamples,
    })
    await writeFile(this.initFile, init)
    this.onSegment({ rendition: this.name, index: 'init', file: this.initFile, durationMs: 0 })
    this.tell()
  }

  /** `samples`: of sound in this segment, on the rendition's own clock. */
  async write({ index, packets }: Fragment, samples: number): Promise<void> {
    await this.begun
    const { packetSamples, sampleRate, primingPackets, packetsPerSegment } = this.clock
    const priming = index === 0 ? 0 : primingPackets
    const first = index * packetsPerSegment + priming
    const filled = packets.length * packetSamples - (index === 0 ? primingPackets * packetSamples : 0) - samples
    const numbered = this.name === 'flac' ? packets.map((packet, at) => renumberFlacFrame(packet, first + at)) : packets
    const bytes = writeMediaSegment({
      ...{ sequence: index + 1, decodeTime: first * packetSamples, packets: numbered, packetSamples },
      lastPacketSamples: packetSamples - filled,
    })
    const file = join(this.folder, `${String(index).padStart(5, '0')}.m4s`)
    await writeFile(file, bytes)
    this.segments[index] = { file, durationMs: (samples / sampleRate) * 1000, bytes: bytes.length }
    this.tell()
  }

  private tell(): void {
    for (let next = this.segments[this.told]; next; next = this.segments[this.told]) {
      this.onSegment({ rendition: this.name, index: this.told, file: next.file, durationMs: next.durationMs })
      this.told += 1
    }
  }

  /** Throws a plain Error when one is missing: what was told of would not be the whole. */
  finish(): EncodedRendition {
    if (this.told < this.segments.length) throw new Error(`the encoders left segment ${this.told} of ${this.name} out`)
    const durationMs = this.segments.reduce((sum, segment) => sum + segment.durationMs, 0)
    const bytes = this.segments.reduce((sum, segment) => sum + segment.bytes, 0)
    const rateOf = (segment: EncodedSegment) => (segment.bytes * 8_000) / segment.durationMs
    // A last segment of a few samples is mostly header.
    const long = this.segments.filter((segment) => segment.durationMs >= 1_000)
    return {
      ...{ name: this.name, codec: this.name === 'flac' ? 'fLaC' : 'mp4a.40.2', sampleRate: this.clock.sampleRate, channels: 2 },
      bandwidth: Math.ceil(Math.max(...(long.length > 0 ? long : this.segments).map(rateOf))),
      ...{ averageBandwidth: Math.ceil((bytes * 8_000) / durationMs), durationMs, initFile: this.initFile, segments: this.segments },
    }
  }
}

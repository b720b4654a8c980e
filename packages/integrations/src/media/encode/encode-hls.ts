import { availableParallelism } from 'node:os'
import type { AudioFacts, OnProgress, Trim } from '../audio-facts.ts'
import { pcmFormatFor } from '../decode/pcm-format.ts'
import { expectedMs, requireWhole } from '../decode/start-decoder.ts'
import { MediaError } from '../media-error.ts'
import { encodeDecoded } from './encode-decoded.ts'
import { encodeRanges, rawPartOf } from './encode-ranges.ts'
import { type Fragment, packetClock, RenditionWriter } from './rendition-writer.ts'
import type { EncodedRendition, RenditionName, SegmentEvent } from './renditions.ts'
import { planSegments } from './segment-plan.ts'

export interface EncodeOptions {
  /** An existing folder; each rendition gets one of its own below it. */
  outDir: string
  trim?: Trim
  /** `flac` is refused for a source that is not lossless. */
  renditions: readonly RenditionName[]
  /** Encoders at a time. Default: as many as there are cores. */
  workers?: number
  /** Resolves once all of the file before this byte is there: encoding may begin while it is still being fetched. Default: it is. */
  arrived?: (byte: number) => Promise<void>
  /** Called in the order of the files, rendition by rendition. What it throws ends the encoding. */
  onSegment?: (event: SegmentEvent) => void
  onProgress?: OnProgress
  signal?: AbortSignal
}

/**
 * Encodes one pass into all renditions as HLS in fragmented MP4, on all cores, without a gap. PCM is read by the encoders themselves, each its
 * range; everything else is decoded once and dealt out to them. Either way pieces overlap, and what an encoder gives for the overlap is dropped
 * at a frame's boundary, so that the whole decodes to as many samples as went in. Throws MediaError when it is the file's fault.
 */
export async function encodeHls(file: string, facts: AudioFacts, options: EncodeOptions): Promise<EncodedRendition[]> {
  const { outDir, trim, renditions, workers = availableParallelism(), onSegment = () => undefined, onProgress } = options
  if (renditions.length === 0 || new Set(renditions).size < renditions.length) throw new Error('name each rendition once')
  if (renditions.includes('flac') && !facts.lossless) throw new Error('a lossy source has no lossless rendition')
  const { arrived = () => Promise.resolve() } = options
  const pcm = pcmFormatFor(facts, { lossless: renditions.includes('flac') })
  const plan = planSegments(facts.sampleRate, pcm.sampleRate)
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  const depth = pcm.sampleFormat === 's16le' ? 16 : 24
  const writers = new Map(renditions.map((name) => [name, new RenditionWriter(name, packetClock(name, plan), outDir, depth, onSegment)]))
  const part = rawPartOf(file, facts, pcm, trim)
  let pcmFrames = part?.frames ?? 0
  let made = 0
  const writes = new Set<Promise<void>>()
  const onFragment = (name: RenditionName, fragment: Fragment) => {
    const { packetSamples, packetsPerSegment } = packetClock(name, plan)
    const segmentSamples = packetsPerSegment * packetSamples
    const total = name === 'flac' ? pcmFrames : Math.floor(pcmFrames / plan.times)
    const samples = pcmFrames > 0 ? Math.min(segmentSamples, total - fragment.index * segmentSamples) : segmentSamples
    const write = (writers.get(name)?.write(fragment, samples) ?? Promise.resolve()).then(
      () => void writes.delete(write),
      (error: unknown) => stop.abort(error),
    )
    writes.add(write)
    made += samples / packetClock(name, plan).sampleRate
    onProgress?.(Math.min(0.999, (made * 1000) / renditions.length / Math.max(1, expectedMs(facts, trim))))
  }
  try {
    await Promise.all([...writers].filter(([name]) => name !== 'flac').map(([, writer]) => writer.begin()))
    const run = { renditions, pcm, plan, writers, onFragment, encoders: Math.max(1, workers), signal }
    if (part) await encodeRanges({ ...run, part, arrived })
    else {
      await arrived(Number.POSITIVE_INFINITY)
      const counted = (frames: number) => {
        pcmFrames = frames
      }
      await encodeDecoded({ ...run, file, facts, trim, counted })
    }
    await Promise.all(writes)
    signal.throwIfAborted()
  } catch (error) {
    stop.abort(error)
    await Promise.allSettled(writes)
    throw options.signal?.aborted ? options.signal.reason : (stop.signal.reason ?? error)
  }
  requireWhole((pcmFrames / pcm.sampleRate) * 1000, facts, trim)
  if (pcmFrames === 0) throw new MediaError('broken')
  onProgress?.(1)
  return renditions.map((name) => (writers.get(name) as RenditionWriter).finish())
}

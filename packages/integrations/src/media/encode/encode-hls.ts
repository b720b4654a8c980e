import { availableParallelism } from 'node:os'
import type { AudioFacts, OnProgress, Trim } from '../audio-facts.ts'
import { pcmFormatFor } from '../decode/pcm-format.ts'
import { asMediaFailure, expectedMs, patience, requireWhole, startDecoder, trimFilter } from '../decode/start-decoder.ts'
import { MediaError } from '../media-error.ts'
import { cutChunks } from './cut-chunks.ts'
import { type Fragment, packetClock, RenditionWriter } from './rendition-writer.ts'
import type { EncodedRendition, RenditionName, SegmentEvent } from './renditions.ts'
import { runEncoder } from './run-encoder.ts'
import { aacFrameSamples, type Chunk, planSegments } from './segment-plan.ts'

export interface EncodeOptions {
  /** An existing folder; each rendition gets one of its own below it. */
  outDir: string
  trim?: Trim
  /** `flac` is refused for a source that is not lossless. */
  renditions: readonly RenditionName[]
  /** Encoders at a time. Default: as many as there are cores. */
  workers?: number
  /** Called in the order of the files, rendition by rendition. What it throws ends the encoding. */
  onSegment?: (event: SegmentEvent) => void
  onProgress?: OnProgress
  signal?: AbortSignal
}

/**
 * Encodes one pass into all renditions as HLS in fragmented MP4, on all cores, without a gap: one decoder, whose PCM is dealt out in chunks
 * of whole segments to encoders that run on. Chunks overlap; what an encoder gives for the overlap is dropped at a frame's boundary, so that
 * the whole decodes to as many samples as went in. Throws MediaError when it is the file's fault.
 */
export async function encodeHls(file: string, facts: AudioFacts, options: EncodeOptions): Promise<EncodedRendition[]> {
  const { outDir, trim, renditions, workers = availableParallelism(), onSegment = () => undefined, onProgress } = options
  if (renditions.length === 0 || new Set(renditions).size < renditions.length) throw new Error('name each rendition once')
  if (renditions.includes('flac') && !facts.lossless) throw new Error('a lossy source has no lossless rendition')
  const pcm = pcmFormatFor(facts, { lossless: renditions.includes('flac') })
  const plan = planSegments(facts.sampleRate, pcm.sampleRate)
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  const depth = pcm.sampleFormat === 's16le' ? 16 : 24
  const writers = new Map(renditions.map((name) => [name, new RenditionWriter(name, packetClock(name, plan), outDir, depth, onSegment)]))

  const filters = [...trimFilter(trim), `aresample=${pcm.sampleRate}`].join(',')
  const words = ['-map', '0:a:0', '-af', filters, '-ac', '2', '-f', pcm.sampleFormat, 'pipe:1']
  const decoder = await startDecoder(file, facts, words, { trim, signal })
  let pcmFrames = 0
  const chunks = cutChunks(decoder.output, plan, pcm.frameBytes, (counted) => {
    pcmFrames = counted
  })
  const expectedFrames = (expectedMs(facts, trim) / 1000) * pcm.sampleRate
  let ahead = chunks.next()
  ahead.catch(() => undefined)
  const take = async (): Promise<Chunk | null> => {
    const now = ahead
    // The next one is decoded while this one is encoded.
    ahead = now.then((result) => (result.done ? result : chunks.next()))
    ahead.catch(() => undefined)
    const { value } = await now
    if (!value) return null
    onProgress?.(Math.min(0.999, (value.fedFrame * aacFrameSamples * plan.times) / Math.max(expectedFrames, 1)))
    return value
  }
  const writes: Promise<void>[] = []
  const onFragment = (name: RenditionName, fragment: Fragment) => {
    const { packetSamples, packetsPerSegment } = packetClock(name, plan)
    const whole = packetsPerSegment * packetSamples
    const total = name === 'flac' ? pcmFrames : Math.floor(pcmFrames / plan.times)
    const samples = pcmFrames > 0 ? Math.min(whole, total - fragment.index * whole) : whole
    const write = writers.get(name)?.write(fragment, samples) ?? Promise.resolve()
    write.catch((error: unknown) => stop.abort(error))
    writes.push(write)
  }
  try {
    await Promise.all([...writers].filter(([name]) => name !== 'flac').map(([, writer]) => writer.begin()))
    const seconds = patience(expectedMs(facts, trim))
    const encoders = Array.from({ length: Math.max(1, workers) }, () =>
      runEncoder({ renditions, pcm, plan, writers, take, onFragment, seconds, signal }),
    )
    await Promise.all([decoder.tool.ended.catch((error: unknown) => Promise.reject(asMediaFailure(error))), ...encoders])
    await Promise.all(writes)
  } catch (error) {
    stop.abort(error)
    await Promise.allSettled([decoder.tool.ended, ...writes])
    throw options.signal?.aborted ? options.signal.reason : (stop.signal.reason ?? error)
  }
  requireWhole((pcmFrames / pcm.sampleRate) * 1000, facts, trim)
  if (pcmFrames === 0) throw new MediaError('broken')
  onProgress?.(1)
  return renditions.map((name) => (writers.get(name) as RenditionWriter).finish())
}

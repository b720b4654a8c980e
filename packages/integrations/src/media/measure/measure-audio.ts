import type { Readable } from 'node:stream'
import type { AudioFacts, OnProgress, Trim } from '../audio-facts.ts'
import { asMediaFailure, expectedMs, requireWhole, startDecoder, trimFilter } from '../decode/start-decoder.ts'
import { analysePcm } from './analyse-pcm.ts'
import type { Measurements } from './measurements.ts'
import { readLoudness } from './read-loudness.ts'
import { analysisRate } from './sound/sound-analysis.ts'

export interface MeasureOptions {
  /** Measures this part alone. */
  trim?: Trim
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** A fingerprint has 8 words a second: three weeks of it. */
const mostFingerprintBytes = 64 * 1024 * 1024

async function collect(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostFingerprintBytes) throw new Error('a fingerprint without end')
    parts.push(part)
  }
  return Uint8Array.from(Buffer.concat(parts))
}

/**
 * Measures a recording in one decoding: ffmpeg gives loudness (EBU R128 with true peak), the fingerprint (Chromaprint) and PCM at a lower
 * rate; the rest is measured on that in a thread of its own. `facts` are probeAudio's. Throws MediaError when it is the file's fault.
 */
export async function measureAudio(file: string, facts: AudioFacts, options: MeasureOptions = {}): Promise<Measurements> {
  const { trim, onProgress } = options
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  // What plays is stereo: a single channel is measured as it is heard, from both sides.
  const stereo = [...trimFilter(trim), 'aformat=channel_layouts=stereo', 'asplit=3[heard][seen][known]'].join(',')
  // What Chromaprint would do by itself, and more slowly.
  const print = '[known]aformat=channel_layouts=mono,aresample=11025[print]'
  const graph = `[0:a:0]${stereo};[heard]ebur128=peak=true:framelog=verbose[loud];${print}`
  const { tool, output } = await startDecoder(
    file,
    facts,
    [
      ...['-loglevel', 'info', '-nostats', '-filter_complex', graph],
      ...['-map', '[seen]', '-ar', String(analysisRate), '-f', 's16le', 'pipe:1'],
      ...['-map', '[print]', '-f', 'chromaprint', '-fp_format', 'raw', 'pipe:3'],
      ...['-map', '[loud]', '-f', 'null', '-'],
    ],
    { trim, signal, pipes: 1 },
  )
  const expectedBytes = Math.max(1, (expectedMs(facts, trim) / 1000) * analysisRate * 4)
  try {
    const [measures, fingerprint, stderr] = await Promise.all([
      analysePcm(output, (bytes) => onProgress?.(Math.min(0.99, bytes / expectedBytes)), signal),
      collect(tool.outputs[1] as Readable),
      tool.ended.catch((error: unknown) => Promise.reject(asMediaFailure(error))),
    ])
    requireWhole(measures.durationMs, facts, trim)
    onProgress?.(1)
    return { ...measures, loudness: readLoudness(stderr), fingerprint }
  } catch (error) {
    stop.abort(error)
    await tool.ended.catch(() => undefined)
    throw options.signal?.aborted ? options.signal.reason : error
  }
}

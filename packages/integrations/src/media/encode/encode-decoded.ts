import type { AudioFacts, Trim } from '../audio-facts.ts'
import type { PcmFormat } from '../decode/pcm-format.ts'
import { asMediaFailure, expectedMs, patience, startDecoder, trimFilter } from '../decode/start-decoder.ts'
import { cutChunks } from './cut-chunks.ts'
import type { RenditionName } from './renditions.ts'
import { runEncoder } from './run-encoder.ts'
import type { Chunk, SegmentPlan } from './segment-plan.ts'
import type { SortedOutputs } from './sort-outputs.ts'

export interface DecodedRun extends SortedOutputs {
  file: string
  facts: AudioFacts
  trim: Trim | undefined
  renditions: readonly RenditionName[]
  pcm: PcmFormat
  plan: SegmentPlan
  encoders: number
  /** Learns how many PCM frames there are, before the last of them is encoded. */
  counted: (pcmFrames: number) => void
  signal: AbortSignal
}

/** Decodes once and deals the PCM out, in chunks of whole segments, to encoders that run on. */
export async function encodeDecoded({ file, facts, trim, encoders, counted, ...run }: DecodedRun): Promise<void> {
  const { pcm, plan, signal } = run
  const filters = [...trimFilter(trim), `aresample=${pcm.sampleRate}`].join(',')
  const words = ['-map', '0:a:0', '-af', filters, '-ac', '2', '-f', pcm.sampleFormat, 'pipe:1']
  const decoder = await startDecoder(file, facts, words, { trim, signal })
  const chunks = cutChunks(decoder.output, plan, pcm.frameBytes, counted)
  let ahead = chunks.next()
  ahead.catch(() => undefined)
  const take = async (): Promise<Chunk | null> => {
    const now = ahead
    // The next one is decoded while this one is encoded.
    ahead = now.then((result) => (result.done ? result : chunks.next()))
    ahead.catch(() => undefined)
    const { value } = await now
    return value ?? null
  }
  const seconds = patience(expectedMs(facts, trim))
  const running = Array.from({ length: encoders }, () => runEncoder({ ...run, take, seconds }))
  try {
    await Promise.all([decoder.tool.ended.catch((error: unknown) => Promise.reject(asMediaFailure(error))), ...running])
  } catch (error) {
    decoder.tool.kill()
    await decoder.tool.ended.catch(() => undefined)
    throw error
  }
}

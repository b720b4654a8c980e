import type { AudioFormat, RawSamples } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'
import type { InputFormat } from '../process/input.ts'

/** What the bytes of a file say about themselves, read by us before ffmpeg sees any of it. */
export interface Layout extends InputFormat {
  format: AudioFormat
  lossless: boolean
  sampleRate: number
  channels: number
  bitsPerSample: number | null
  /** What is heard of it. */
  durationMs: number
  /** What lies there, where that can be more. */
  storedMs?: number
  samples?: RawSamples
}

const rates = { least: 8_000, most: 192_000 }
const mostChannels = 8

/** Throws `absurd` for what no recorder writes. */
export function requireSane({ sampleRate, channels }: { sampleRate: number; channels: number }): void {
  if (!(sampleRate >= rates.least && sampleRate <= rates.most)) throw new MediaError('absurd', `${sampleRate} Hz`)
  if (!(channels >= 1 && channels <= mostChannels)) throw new MediaError('absurd', `${channels} channels`)
}

import type { AudioFacts } from '../audio-facts.ts'

export interface PcmFormat {
  /** ffmpeg's name. */
  sampleFormat: 's16le' | 's32le' | 'f32le'
  sampleRate: number
  /** Of both channels together: everything is stereo from here on. */
  frameBytes: number
}

/** AAC is made at one of two rates, whichever the source is a whole part or multiple of. */
export const aacRateOf = (sampleRate: number): number => (sampleRate % 11_025 === 0 ? 44_100 : 48_000)

/** The rate of the lossless rendition: the source's own, where a segment's cut falls between two of its samples. */
function flacRateOf(sampleRate: number): number {
  const base = aacRateOf(sampleRate)
  return [1, 2, 4].some((times) => base * times === sampleRate) ? sampleRate : base
}

/** What a decoder hands on: every bit where a lossless rendition is wanted of it, else what loses nothing on the way to AAC. */
export function pcmFormatFor(facts: AudioFacts, { lossless }: { lossless: boolean }): PcmFormat {
  const sampleRate = lossless ? flacRateOf(facts.sampleRate) : aacRateOf(facts.sampleRate)
  const sampleFormat = facts.lossless && (facts.bitsPerSample ?? 32) <= 16 ? 's16le' : lossless ? 's32le' : 'f32le'
  return { sampleFormat, sampleRate, frameBytes: sampleFormat === 's16le' ? 4 : 8 }
}

import { Filter } from '../dsp/filter.ts'
import { rate } from '../dsp/sound.ts'

export interface Heard {
  left: Float32Array
  right: Float32Array
}

/** The samples of a WAV file as `renderMix` writes it. */
export function hear(file: Buffer): Heard {
  const count = (file.length - 44) / 4
  const [left, right] = [new Float32Array(count), new Float32Array(count)]
  for (let i = 0; i < count; i++) {
    left[i] = file.readInt16LE(44 + 4 * i) / 32_768
    right[i] = file.readInt16LE(46 + 4 * i) / 32_768
  }
  return { left, right }
}

/** Centres of the bands that are listened in, in Hz: the whole range in octaves, the middle in half tones. */
const octaves = [50, 110, 220, 440, 880, 1760, 3520, 7040, 12_000]
const tones = Array.from({ length: 24 }, (_, i) => 174.6 * 2 ** (i / 12))

/** Decibels of each band in each stretch of `frame` samples: `[band][stretch]`. */
function bandLevels({ left, right }: Heard, frame: number, bands: readonly number[], resonance: number): Float32Array[] {
  const stretches = Math.floor(left.length / frame)
  return bands.map((hz) => {
    const both = left.map((sample, i) => (sample + (right[i] as number)) / 2)
    new Filter('bandpass', hz, resonance).run(both)
    return Float32Array.from({ length: stretches }, (_, k) => {
      let sum = 0
      for (let i = Math.round(k * frame); i < Math.round((k + 1) * frame); i++) sum += (both[i] as number) ** 2
      return 10 * Math.log10(sum / frame + 1e-9)
    })
  })
}

/** Whether each band rises against its neighbour from one stretch to the next: what stays of a recording in any encoding (Haitsma and Kalker). */
export function fingerprint(heard: Heard): boolean[] {
  const levels = bandLevels(heard, rate / 20, octaves, 0.6)
  const bits: boolean[] = []
  for (let k = 1; k < (levels[0]?.length ?? 0); k++)
    for (let band = 1; band < levels.length; band++) {
      const [low, high] = [levels[band - 1] as Float32Array, levels[band] as Float32Array]
      bits.push((high[k] as number) - (low[k] as number) > (high[k - 1] as number) - (low[k - 1] as number))
    }
  return bits
}

/** How much what is heard changes at each four bars: the mean difference in dB over bands and steps between the four before and after. */
export function novelty(heard: Heard, bpm: number): number[] {
  const step = (rate * 15) / bpm
  const levels = [...bandLevels(heard, step, octaves, 0.6), ...bandLevels(heard, step, tones, 0.98)]
  const steps = levels[0]?.length ?? 0
  const pattern = (from: number): number[] =>
    levels.flatMap((band) =>
      Array.from(
        { length: 16 },
        (_, step) => [0, 1, 2, 3].reduce((sum, bar) => sum + Math.max(-60, band[from + bar * 16 + step] as number), 0) / 4,
      ),
    )
  const found: number[] = [0]
  for (let at = 64; at + 64 <= steps; at += 64) {
    const [before, after] = [pattern(at - 64), pattern(at)]
    found.push(before.reduce((sum, value, i) => sum + Math.abs(value - (after[i] as number)), 0) / before.length)
  }
  return found
}

/** What the wave reaches between its samples too, looked at in quarters of them through a windowed sinc. */
export function truePeak(side: Float32Array): number {
  const reach = 12
  const taps = [0.25, 0.5, 0.75].map((shift) =>
    Float64Array.from({ length: 2 * reach }, (_, tap) => {
      const x = tap - reach + 1 - shift
      return ((Math.sin(Math.PI * x) / (Math.PI * x)) * (1 + Math.cos((Math.PI * x) / reach))) / 2
    }),
  )
  let most = side.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
  for (let at = 0; at + 2 * reach <= side.length; at++)
    for (const weights of taps) {
      let sum = 0
      for (let tap = 0; tap < weights.length; tap++) sum += (weights[tap] as number) * (side[at + tap] as number)
      most = Math.max(most, Math.abs(sum))
    }
  return most
}

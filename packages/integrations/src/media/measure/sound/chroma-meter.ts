import { SlidingFrames } from './sliding-frames.ts'
import { Spectrum } from './spectrum.ts'

/** Every fourth sample is enough up to 2 kHz, and makes bins narrow enough to tell semitones at 55 Hz. */
const decimation = 4
const taps = 48
const frameSamples = 4_096
const hopSamples = 2_048
const [lowestHz, highestHz] = [55, 2_000]
/** Ten to a semitone: the recording's own tuning is known only at its end. */
export const binsPerSemitone = 10
const bins = 12 * binsPerSemitone
const windowFrames = 24
const harmonics = 4
const harmonicDecay = 0.6
const concert = 440

/** A windowed sinc that keeps what lies below the new rate's half. */
const lowPass = Float64Array.from({ length: taps }, (_, tap) => {
  const place = tap - (taps - 1) / 2
  const cutoff = 0.42 / decimation
  const sinc = place === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * place) / (Math.PI * place)
  return sinc * (0.54 - 0.46 * Math.cos((2 * Math.PI * tap) / (taps - 1)))
})

/** Which pitches sound, window by window: a profile over the octave in tenths of semitones from A, each window weighing the same. */
export class ChromaMeter {
  readonly windows: Float64Array[] = []
  private readonly sampleRate: number
  private readonly spectrum = new Spectrum(frameSamples)
  private readonly frames: SlidingFrames
  private readonly line = new Float64Array(taps * 2)
  private place = 0
  private phase = 0
  private open = new Float64Array(bins)
  private inWindow = 0

  constructor(sampleRate: number) {
    this.sampleRate = sampleRate / decimation
    this.frames = new SlidingFrames(frameSamples, hopSamples, (buffer, from) => this.measure(buffer, from))
  }

  push(sample: number): void {
    const { line } = this
    // Written twice, so that the last samples always lie in one piece.
    line[this.place] = sample
    line[this.place + taps] = sample
    this.place = (this.place + 1) % taps
    this.phase = (this.phase + 1) % decimation
    if (this.phase !== 0) return
    let sum = 0
    for (let tap = 0; tap < taps; tap += 1) sum += (line[this.place + tap] as number) * (lowPass[tap] as number)
    this.frames.push(sum)
  }

  finish(): void {
    this.frames.drain()
    if (this.inWindow >= windowFrames / 4) this.close()
  }

  private measure(buffer: Float32Array, from: number): void {
    const magnitudes = this.spectrum.of(buffer, from)
    const first = Math.ceil((lowestHz * frameSamples) / this.sampleRate)
    const last = Math.min(magnitudes.length - 2, Math.floor((highestHz * frameSamples) / this.sampleRate))
    let loudest = 0
    for (let bin = first; bin <= last; bin += 1) loudest = Math.max(loudest, magnitudes[bin] as number)
    if (loudest > 1e-3) {
      for (let bin = first; bin <= last; bin += 1) {
        const [left, peak, right] = [magnitudes[bin - 1], magnitudes[bin], magnitudes[bin + 1]] as [number, number, number]
        // Peaks alone: drums spread over all bins, tones stand out of theirs.
        if (peak > left && peak >= right && peak > loudest * 0.02) this.add(bin, left, peak, right, loudest)
      }
    }
    this.inWindow += 1
    if (this.inWindow === windowFrames) this.close()
  }

  private add(bin: number, left: number, peak: number, right: number, loudest: number): void {
    const shift = (0.5 * (left - right)) / (left - 2 * peak + right || 1)
    const hz = ((bin + shift) * this.sampleRate) / frameSamples
    const weight = Math.sqrt(peak / loudest)
    // A tone is also the harmonic of a lower one.
    for (let harmonic = 1; harmonic <= harmonics; harmonic += 1) {
      const octaves = Math.log2(hz / harmonic / concert)
      const place = Math.round((octaves - Math.floor(octaves)) * bins) % bins
      this.open[place] = (this.open[place] as number) + weight * harmonicDecay ** (harmonic - 1)
    }
  }

  private close(): void {
    const sum = this.open.reduce((total, value) => total + value, 0)
    if (sum > 0) this.windows.push(this.open.map((value) => value / sum))
    this.open = new Float64Array(bins)
    this.inWindow = 0
  }
}

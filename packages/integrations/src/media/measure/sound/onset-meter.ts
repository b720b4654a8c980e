import { SlidingFrames } from './sliding-frames.ts'
import { Spectrum } from './spectrum.ts'

const frameSamples = 1_024
/** 50 frames a second: the tempo is read off many beats, to a fraction of one. */
const hopSamples = 441
const bands = 36
const [lowestHz, highestHz] = [30, 10_000]
/** Logarithmic compression: quiet hats count beside loud kicks (Klapuri 1999). */
const compression = 1_000
const kickHz = 150

/**
 * Onset strength by spectral flux in logarithmic bands, compared with the band's neighbourhood two frames ago, so that vibrato is no onset
 * (Böck and Widmer, "Maximum filter vibrato suppression", 2013).
 */
export class OnsetMeter {
  readonly framesPerSecond: number
  /** All bands, and those of kick and bass alone. */
  readonly strength: number[] = []
  readonly lowStrength: number[] = []
  /** Sums over the recording, for what it sounds like: energy below 150 Hz, between, and above 4 kHz. */
  readonly balance = { low: 0, middle: 0, high: 0 }
  private readonly spectrum = new Spectrum(frameSamples)
  private readonly edges: number[]
  private readonly lowBands: number
  private readonly highBand: number
  /** The levels of this frame and the two before it, in turns: a recording has a million frames. */
  private levels = [new Float64Array(bands), new Float64Array(bands), new Float64Array(bands)] as const
  private readonly frames: SlidingFrames

  constructor(sampleRate: number) {
    this.framesPerSecond = sampleRate / hopSamples
    const hz = Array.from({ length: bands + 1 }, (_, edge) => lowestHz * (highestHz / lowestHz) ** (edge / bands))
    this.edges = []
    let last = 0
    for (const edge of hz) {
      last = Math.max(last + 1, Math.round((edge * frameSamples) / sampleRate))
      this.edges.push(last)
    }
    const bandOf = (limit: number) => this.edges.findIndex((bin) => (bin * sampleRate) / frameSamples >= limit)
    this.lowBands = bandOf(kickHz)
    this.highBand = bandOf(4_000)
    this.frames = new SlidingFrames(frameSamples, hopSamples, (buffer, from) => this.measure(buffer, from))
  }

  push(block: Float32Array): void {
    this.frames.push(block)
  }

  finish(): void {
    this.frames.drain()
  }

  private measure(buffer: Float32Array, from: number): void {
    const magnitudes = this.spectrum.of(buffer, from)
    const [now, older, newer] = this.levels
    let [all, low] = [0, 0]
    for (let band = 0; band < bands; band += 1) {
      const end = this.edges[band + 1] as number
      let sum = 0
      for (let bin = this.edges[band] as number; bin < end; bin += 1) sum += magnitudes[bin] as number
      const energy = sum / frameSamples
      const level = Math.log1p(compression * energy)
      now[band] = level
      const before = Math.max(older[band - 1] ?? 0, older[band] as number, older[band + 1] ?? 0)
      const rise = level - before
      if (rise > 0) {
        all += rise
        if (band < this.lowBands) low += rise
      }
      if (band < this.lowBands) this.balance.low += energy
      else if (band < this.highBand) this.balance.middle += energy
      else this.balance.high += energy
    }
    this.strength.push(all)
    this.lowStrength.push(low)
    this.levels = [older, newer, now]
  }
}

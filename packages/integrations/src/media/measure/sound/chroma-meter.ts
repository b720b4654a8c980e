import { Decimator, decimation } from './decimator.ts'
import { SlidingFrames } from './sliding-frames.ts'
import { Spectrum } from './spectrum.ts'

const frameSamples = 4_096
const hopSamples = 1_024
const [lowestHz, highestHz] = [40, 2_000]
/** Below it lies the bass, which says what a chord stands on. */
const bassHz = 180
/** Ten to a semitone: the recording's own tuning is known only at its end. */
export const binsPerSemitone = 10
const bins = 12 * binsPerSemitone
const windowFrames = 54
/** A tone stands out of the bins around it (27 Hz to either side); a drum fills them. */
const reach = 20
const leastStanding = 2
const harmonics = 4
const harmonicDecay = 0.6
const concert = 440

function addTo(profile: Float64Array, hz: number, weight: number): void {
  const octaves = Math.log2(hz / concert)
  const place = Math.round((octaves - Math.floor(octaves)) * bins) % bins
  profile[place] = (profile[place] as number) + weight
}

/** Each frame weighs the same, however loud. */
function addShares(into: Float64Array, profile: Float64Array): void {
  const sum = profile.reduce((total, value) => total + value, 0)
  if (sum > 0) for (let bin = 0; bin < bins; bin += 1) into[bin] = (into[bin] as number) + (profile[bin] as number) / sum
}

function shares(profile: Float64Array): Float64Array {
  const sum = profile.reduce((total, value) => total + value, 0)
  return sum > 0 ? profile.map((value) => value / sum) : profile
}

/** Profiles over the octave in tenths of semitones from A; each sums to 1, or is all zeroes. */
export interface ChromaWindow {
  all: Float64Array
  bass: Float64Array
}

/** Which pitches sound, window by window. */
export class ChromaMeter {
  readonly windows: ChromaWindow[] = []
  private readonly sampleRate: number
  private readonly spectrum = new Spectrum(frameSamples)
  private readonly frames: SlidingFrames
  private readonly decimator: Decimator
  private all = new Float64Array(bins)
  private bass = new Float64Array(bins)
  private readonly frameAll = new Float64Array(bins)
  private readonly frameBass = new Float64Array(bins)
  private inWindow = 0

  /** @param most samples in a block */
  constructor(sampleRate: number, most: number) {
    this.sampleRate = sampleRate / decimation
    this.decimator = new Decimator(most)
    this.frames = new SlidingFrames(frameSamples, hopSamples, (buffer, from) => this.measure(buffer, from))
  }

  push(block: Float32Array): void {
    this.frames.push(this.decimator.run(block))
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
    if (loudest > 1e-3) this.addPeaks(magnitudes, first, last, loudest)
    this.inWindow += 1
    if (this.inWindow === windowFrames) this.close()
  }

  private addPeaks(magnitudes: Float64Array, first: number, last: number, loudest: number): void {
    const [all, bass] = [this.frameAll.fill(0), this.frameBass.fill(0)]
    const bassEnd = (bassHz * frameSamples) / this.sampleRate
    let around = 0
    for (let bin = first - reach; bin <= first + reach; bin += 1) around += magnitudes[Math.max(0, bin)] as number
    for (let bin = first; bin <= last; bin += 1) {
      const left = magnitudes[bin - 1] as number
      const peak = magnitudes[bin] as number
      const right = magnitudes[bin + 1] as number
      const standing = (peak * (2 * reach + 1)) / around - leastStanding
      around += (magnitudes[Math.min(magnitudes.length - 1, bin + reach + 1)] as number) - (magnitudes[Math.max(0, bin - reach)] as number)
      if (standing <= 0 || peak <= left || peak < right) continue
      const shift = (0.5 * (left - right)) / (left - 2 * peak + right || 1)
      const hz = ((bin + shift) * this.sampleRate) / frameSamples
      if (bin < bassEnd) addTo(bass, hz, standing * (peak / loudest))
      // A tone is also the harmonic of a lower one.
      const weight = standing * Math.sqrt(peak / loudest)
      for (let harmonic = 1; harmonic <= harmonics; harmonic += 1) addTo(all, hz / harmonic, weight * harmonicDecay ** (harmonic - 1))
    }
    addShares(this.all, all)
    addShares(this.bass, bass)
  }

  private close(): void {
    if (this.all.some((value) => value > 0)) this.windows.push({ all: shares(this.all), bass: shares(this.bass) })
    this.all = new Float64Array(bins)
    this.bass = new Float64Array(bins)
    this.inWindow = 0
  }
}

import type { Key, Measurements } from '../measurements.ts'
import { ChromaMeter } from './chroma-meter.ts'
import { energyEverySeconds, energyOver, LevelMeter } from './energy-meter.ts'
import { findKey } from './find-key.ts'
import { findTempo } from './find-tempo.ts'
import { OnsetMeter } from './onset-meter.ts'
import { PeakMeter } from './peak-meter.ts'
import { suggestWords } from './suggest-words.ts'

/** Hz of the PCM it takes: stereo, 16 bits, little-endian. */
export const analysisRate = 22_050

/** Small enough to stay in a core's own memory. */
const blockFrames = 4_096

export type SoundMeasures = Omit<Measurements, 'loudness' | 'fingerprint'>

/** All that is measured on samples rather than by ffmpeg. Feed it once through; it holds no sound. */
export class SoundAnalysis {
  private readonly peaks = new PeakMeter(analysisRate)
  private readonly onsets = new OnsetMeter(analysisRate)
  private readonly chroma = new ChromaMeter(analysisRate, blockFrames)
  private readonly level = new LevelMeter(analysisRate)
  private readonly middle = new Float32Array(blockFrames)

  /** Whole pairs of samples. */
  push(samples: Int16Array): void {
    for (let at = 0; at < samples.length; at += 2 * blockFrames) this.pushBlock(samples.subarray(at, at + 2 * blockFrames))
  }

  /** Block by block through one meter after another: calls for single samples would take longer than what they do. */
  private pushBlock(samples: Int16Array): void {
    const middle = this.middle.subarray(0, samples.length / 2)
    for (let at = 0; at < middle.length; at += 1) middle[at] = ((samples[2 * at] as number) + (samples[2 * at + 1] as number)) / 65_536
    this.peaks.push(samples)
    this.onsets.push(middle)
    this.chroma.push(middle)
    this.level.push(middle)
  }

  finish(): SoundMeasures {
    for (const meter of [this.onsets, this.chroma, this.level]) meter.finish()
    const { strength, lowStrength, framesPerSecond, balance } = this.onsets
    const energy = energyOver(this.level.levels, strength, lowStrength, framesPerSecond)
    const tempo = findTempo(strength, framesPerSecond)
    const key: Key | null = findKey(this.chroma.windows)
    return { ...this.peaks.finish(), energy, energyEverySeconds, tempo, key, suggestion: suggestWords({ tempo, key, energy, balance }) }
  }
}

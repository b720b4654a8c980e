import type { Key } from '../measurements.ts'
import { binsPerSemitone, type ChromaWindow } from './chroma-meter.ts'

/**
 * How often each degree sounds in a key: Sha'ath, "Estimation of key in digital music recordings" (2011), made for club music. Minor leaves
 * open whether its sixth is small or large and levels the leading note: club music is as often dorian as natural minor.
 */
const profiles = {
  major: [7.239, 3.504, 3.584, 2.845, 5.819, 4.559, 2.448, 6.995, 3.391, 4.556, 4.074, 4.459],
  minor: [7.003, 3.144, 4.359, 5.404, 3.672, 4.09, 3.908, 6.2, 3.4, 3.4, 5.355, 3.5],
}
const modes = ['major', 'minor'] as const
const names = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B']
const semitonesFromAToC = 3

/** The wheel of fifths as DJs number it: A minor and C major share 8. */
function camelotOf(tonic: number, mode: Key['mode']): string {
  const major = mode === 'major' ? tonic : (tonic + 3) % 12
  return `${((major * 7 + 7) % 12) + 1}${mode === 'major' ? 'B' : 'A'}`
}

const keyName = (tonic: number, mode: Key['mode']): string => `${names[tonic]} ${mode}`

/** How far the recording is tuned from 440 Hz, in tenths of a semitone, from -5 to 4: where the profile is sharpest. */
function tuningOf(windows: readonly Float64Array[]): number {
  const sums = new Float64Array(binsPerSemitone)
  for (const window of windows)
    for (const [bin, value] of window.entries()) sums[bin % binsPerSemitone] = (sums[bin % binsPerSemitone] as number) + value
  let best = 0
  const around = (place: number) =>
    [-1, 0, 1].reduce((sum, step) => sum + (sums[(place + step + binsPerSemitone) % binsPerSemitone] as number), 0)
  for (let place = 1; place < binsPerSemitone; place += 1) if (around(place) > around(best)) best = place
  return best >= binsPerSemitone / 2 ? best - binsPerSemitone : best
}

/** Twelve semitones from C, of a profile in tenths from A. A tone counts for the semitone it is nearest to, less the further it is off. */
function semitonesOf(window: Float64Array, tuning: number): number[] {
  const semitones = new Array<number>(12).fill(0)
  for (const [bin, value] of window.entries()) {
    const place = (bin - tuning) / binsPerSemitone
    const nearest = Math.round(place)
    const closeness = 1 - 2 * Math.abs(place - nearest)
    const semitone = (nearest - semitonesFromAToC + 24) % 12
    semitones[semitone] = (semitones[semitone] as number) + value * Math.max(0, closeness)
  }
  return semitones
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [cross, squareA, squareB] = [0, 0, 0]
  for (const [index, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[index] as number) - meanB]
    cross += x * y
    squareA += x * x
    squareB += y * y
  }
  return squareA > 0 && squareB > 0 ? cross / Math.sqrt(squareA * squareB) : 0
}

const rotated = (profile: readonly number[], tonic: number): number[] =>
  profile.map((_, degree) => profile[(degree - tonic + 12) % 12] as number)

const candidates = modes.flatMap((mode) => names.map((_, tonic) => ({ tonic, mode, profile: rotated(profiles[mode], tonic) })))

/** What a bass that stays on the tonic adds: dorian and natural minor share their notes with other keys, and the bass tells which it is. */
const bassWeight = 0.75
/** Most club music is minor (Knees et al. 2015: three in four): of two that fit alike, minor. */
const minorLead = 0.1
const leastCorrelation = 0.25
/** A minute: a mix passes through keys, and each of its parts has one vote. */
const windowsPerVote = 6

const summed = (parts: readonly (readonly number[])[]): number[] =>
  Array.from({ length: 12 }, (_, semitone) => parts.reduce((sum, part) => sum + (part[semitone] as number), 0) / parts.length)

/** Finds the key most of a recording keeps. `windows` are ChromaMeter's. null where nothing has a pitch. */
export function findKey(windows: readonly ChromaWindow[]): Key | null {
  if (windows.length === 0) return null
  const tuning = tuningOf(windows.map(({ all }) => all))
  const scores = new Array<number>(candidates.length).fill(0)
  const fits = new Array<number>(candidates.length).fill(0)
  const votes = Math.max(1, Math.round(windows.length / windowsPerVote))
  for (let vote = 0; vote < votes; vote += 1) {
    const part = windows.slice(Math.floor((vote * windows.length) / votes), Math.floor(((vote + 1) * windows.length) / votes))
    const all = summed(part.map((window) => semitonesOf(window.all, tuning)))
    const bass = summed(part.map((window) => semitonesOf(window.bass, tuning)))
    const bassSum = bass.reduce((sum, value) => sum + value, 0) || 1
    for (const [index, { tonic, mode, profile }] of candidates.entries()) {
      const fit = correlation(all, profile)
      const lead = mode === 'minor' ? minorLead : 0
      fits[index] = (fits[index] as number) + fit / votes
      scores[index] = (scores[index] as number) + (fit + (bassWeight * (bass[tonic] as number)) / bassSum + lead) / votes
    }
  }
  const order = scores.map((score, index) => ({ score, index })).sort((a, b) => b.score - a.score)
  const [best, second] = order
  const key = best && candidates[best.index]
  const fit = best && (fits[best.index] as number)
  if (!best || !second || !key || !fit || fit < leastCorrelation) return null
  const { tonic, mode } = key
  const confidence = Math.max(0, Math.min(1, fit * 0.5 + (best.score - second.score) * 2))
  return { tonic, mode, confidence: Number(confidence.toFixed(3)), name: keyName(tonic, mode), camelot: camelotOf(tonic, mode) }
}

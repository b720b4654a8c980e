import FFT from 'fft.js'
import type { Tempo } from '../measurements.ts'

const [slowest, fastest] = [55, 215]
const windowSeconds = 24
const leastOnsetFrames = 8
const hopSeconds = 12
/** Steps of the grid, in octaves: a third of a per cent. */
const gridStep = 1 / 200
const grid = Array.from({ length: Math.floor(Math.log2(fastest / slowest) / gridStep) + 1 }, (_, at) => slowest * 2 ** (at * gridStep))

/** Where people tap (Moelants 2002, moved towards the club's range): a bell over octaves. */
const preference = (bpm: number): number => Math.exp(-0.5 * (Math.log2(bpm / 124) / 0.75) ** 2)

/** Takes the mean of half a second around away: what is left is what stands out. */
function sharpen(strength: readonly number[], framesPerSecond: number): Float64Array {
  const reach = Math.round(framesPerSecond / 4)
  const sums = new Float64Array(strength.length + 1)
  for (const [at, value] of strength.entries()) sums[at + 1] = (sums[at] as number) + value
  return Float64Array.from(strength, (value, at) => {
    const [from, to] = [Math.max(0, at - reach), Math.min(strength.length, at + reach + 1)]
    return Math.max(0, value - ((sums[to] as number) - (sums[from] as number)) / (to - from))
  })
}

interface Periodicity {
  /** Autocorrelation by lag in frames, 1 at lag 0, unbiased. */
  lags: Float64Array
  /** Magnitudes by frequency. */
  spectrum: Float64Array
  /** Frames a bin of the spectrum spans. */
  size: number
}

function periodicityOf(onsets: Float64Array, from: number, length: number, fft: FFT, size: number): Periodicity | null {
  const padded = new Float64Array(size)
  let [mean, squares] = [0, 0]
  for (let at = 0; at < length; at += 1) {
    mean += (onsets[from + at] as number) / length
    squares += (onsets[from + at] as number) ** 2
  }
  // As many frames as would carry it all if they were equal: a tone that begins and ends is no beat.
  if ((mean * length) ** 2 < leastOnsetFrames * squares) return null
  for (let at = 0; at < length; at += 1) padded[at] = (onsets[from + at] as number) - mean
  const complex = new Float64Array(size * 2)
  for (let at = 0; at < size; at += 1) complex[2 * at] = padded[at] as number
  const out = new Float64Array(size * 2)
  fft.transform(out, complex)
  const spectrum = new Float64Array(size / 2)
  for (let bin = 0; bin < size; bin += 1) {
    const power = (out[2 * bin] as number) ** 2 + (out[2 * bin + 1] as number) ** 2
    if (bin < size / 2) spectrum[bin] = Math.sqrt(power)
    complex[2 * bin] = power
    complex[2 * bin + 1] = 0
  }
  fft.inverseTransform(out, complex)
  const zero = out[0] as number
  if (zero <= 1e-9) return null
  const lags = Float64Array.from({ length }, (_, lag) => ((out[2 * lag] as number) / zero) * (length / (length - lag)))
  return { lags, spectrum, size }
}

const at = (values: Float64Array, place: number): number => {
  const low = Math.floor(place)
  const share = place - low
  return (values[low] ?? 0) * (1 - share) + (values[low + 1] ?? 0) * share
}

/** The strongest value within a slight drift around a place. */
function near(values: Float64Array, place: number, reach: number): number {
  let best = 0
  for (let step = Math.ceil(place - reach); step <= place + reach; step += 1) best = Math.max(best, values[step] ?? 0)
  return Math.max(best, at(values, place))
}

/**
 * How well each tempo of the grid explains a window: beats repeat after one, two, four and eight of their lengths (autocorrelation, which
 * also likes the tempo's parts) and pulse at their rate (spectrum, which also likes its multiples); the product likes the tempo.
 */
function scoresOf({ lags, spectrum, size }: Periodicity, framesPerSecond: number): Float64Array {
  const pulse = Float64Array.from(grid, (bpm) => near(spectrum, (bpm / 60 / framesPerSecond) * size, 1.5))
  const most = Math.max(...pulse, 1e-9)
  return Float64Array.from(grid, (bpm, index) => {
    const lag = (60 / bpm) * framesPerSecond
    const repeats = [1, 2, 4, 8].map((beats) => Math.max(0, near(lags, lag * beats, beats > 4 ? 1 : 0.5)))
    const steadiness = (repeats[0] as number) + (repeats[1] as number) + 1.5 * (repeats[2] as number) + 0.5 * (repeats[3] as number)
    return (steadiness / 4) * Math.sqrt((pulse[index] as number) / most)
  })
}

/** To a fraction of a frame over as many beats as the window holds: the longest lag that is still a peak says most exactly. */
function refine(bpm: number, windows: readonly Periodicity[], framesPerSecond: number): number {
  let best = bpm
  for (const beats of [4, 8, 16]) {
    const centre = (60 / best) * framesPerSecond * beats
    const reach = Math.max(2, centre * (0.02 / (beats / 4)))
    let [peak, place] = [Number.NEGATIVE_INFINITY, centre]
    const total = (lag: number) => windows.reduce((sum, { lags }) => sum + (lags[lag] ?? 0), 0)
    if (centre + reach + 1 >= (windows[0]?.lags.length ?? 0) * 0.8) break
    for (let lag = Math.floor(centre - reach); lag <= centre + reach; lag += 1) {
      const value = total(lag)
      if (value <= peak) continue
      const [left, right] = [total(lag - 1), total(lag + 1)]
      const bend = left - 2 * value + right
      peak = value
      place = lag + (bend < 0 ? Math.max(-0.5, Math.min(0.5, (0.5 * (left - right)) / bend)) : 0)
    }
    best = (60 * framesPerSecond * beats) / place
  }
  return best
}

const within = (a: number, b: number, share: number): boolean => Math.abs(a / b - 1) < share

/** The peaks of the grid, heaviest first. */
function peaksOf(scores: Float64Array): { bpm: number; weight: number }[] {
  const peaks: { bpm: number; weight: number }[] = []
  for (let index = 1; index < scores.length - 1; index += 1) {
    const [before, value, after] = [scores[index - 1], scores[index], scores[index + 1]] as [number, number, number]
    if (value > 0 && value >= before && value > after) peaks.push({ bpm: grid[index] as number, weight: value })
  }
  return peaks.sort((a, b) => b.weight - a.weight)
}

const mostAlternatives = 3
const leastSteadiness = 0.05

/** Finds the tempo most of a recording keeps. `strength` is OnsetMeter's. */
export function findTempo(strength: readonly number[], framesPerSecond: number): Tempo {
  const onsets = sharpen(strength, framesPerSecond)
  const length = Math.min(onsets.length, Math.round(windowSeconds * framesPerSecond))
  const size = 2 ** Math.ceil(Math.log2(Math.max(length * 2, 64)))
  const fft = new FFT(size)
  const windows: { periodicity: Periodicity; scores: Float64Array }[] = []
  for (let from = 0; length > framesPerSecond * 4 && from + length <= onsets.length; from += Math.round(hopSeconds * framesPerSecond)) {
    const periodicity = periodicityOf(onsets, from, length, fft, size)
    if (periodicity) windows.push({ periodicity, scores: scoresOf(periodicity, framesPerSecond) })
  }
  const none: Tempo = { bpm: null, confidence: 0, alternatives: [] }
  if (windows.length === 0) return none
  const raw = Float64Array.from(
    grid,
    (_, index) => windows.reduce((sum, { scores }) => sum + (scores[index] as number), 0) / windows.length,
  )
  const peaks = peaksOf(raw.map((score, index) => score * preference(grid[index] as number)))
  const chosen = peaks[0]
  if (!chosen || chosen.weight < leastSteadiness) return none
  // Windows that keep another tempo would only blur it.
  const keeping = windows.filter(({ scores }) => {
    const own = peaksOf(scores.map((score, index) => score * preference(grid[index] as number)))[0]
    return own && [1, 2, 0.5].some((times) => within(own.bpm * times, chosen.bpm, 0.02))
  })
  const witnesses = (keeping.length > 0 ? keeping : windows).map(({ periodicity }) => periodicity)
  const bpm = refine(chosen.bpm, witnesses, framesPerSecond)
  const scoreAt = (tempo: number): number => {
    const index = Math.round(Math.log2(tempo / slowest) / gridStep)
    return Math.max(0, ...[-2, -1, 0, 1, 2].map((step) => raw[index + step] ?? 0))
  }
  const own = Math.max(scoreAt(bpm), 1e-9)
  const weight = (tempo: number) => Math.min(1, Number((scoreAt(tempo) / own).toFixed(3)))
  const relatives: Tempo['alternatives'] = [
    { bpm: round(bpm / 2), relation: 'half', weight: weight(bpm / 2) },
    { bpm: round(bpm * 2), relation: 'double', weight: weight(bpm * 2) },
  ]
  const strangers = peaks
    .filter((peak) => ![0.5, 1, 2].some((times) => within(peak.bpm, bpm * times, 0.03)))
    .slice(0, mostAlternatives)
    .map((peak): Tempo['alternatives'][number] => ({ bpm: round(peak.bpm), relation: 'other', weight: weight(peak.bpm) }))
    .filter((stranger) => stranger.weight > 0.3)
  const rival = strangers[0]?.weight ?? 0
  const agreement = keeping.length / windows.length
  const confidence = Math.max(0, Math.min(1, agreement * Math.min(1, chosen.weight * 2.5) * (1 - rival * 0.4)))
  return {
    bpm: round(bpm),
    confidence: Number(confidence.toFixed(3)),
    alternatives: [...relatives, ...strangers].sort((a, b) => b.weight - a.weight),
  }
}

const round = (bpm: number): number => Number(bpm.toFixed(2))

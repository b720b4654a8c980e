import { degree, type Key } from './key.ts'

/** A chord of a key: its root's degree, and how many thirds are stacked on it (3 a triad, 4 a seventh, 5 a ninth). */
export interface Chord {
  root: number
  size: 3 | 4 | 5
}

/** `'0:5 5:4'`: the ninth on the tonic, then the seventh on the sixth degree. Each has the same length. */
export function progression(text: string): Chord[] {
  return text.split(' ').map((word) => {
    const [root, size] = word.split(':').map(Number)
    if (root === undefined || !(size === 3 || size === 4 || size === 5)) throw new Error(`Not a chord: ${word}`)
    return { root, size }
  })
}

const pitchClasses = (key: Key, { root, size }: Chord): number[] =>
  Array.from({ length: size }, (_, i) => degree(key, root + 2 * i, 0) % 12)

/** Every way to lay these notes into the register, each once, within two octaves. */
function layings(classes: number[], low: number, high: number): number[][] {
  const [first, ...rest] = classes
  if (first === undefined) return [[]]
  const found: number[][] = []
  for (let note = low + ((((first - low) % 12) + 12) % 12); note <= high; note += 12)
    for (const others of layings(rest, low, high)) found.push([note, ...others])
  return found
}

/** What is bad about a voicing by itself: mud below, half steps anywhere, a hole in the middle. */
function harshness(voicing: readonly number[]): number {
  let bad = 0
  for (let i = 1; i < voicing.length; i++) {
    const gap = (voicing[i] as number) - (voicing[i - 1] as number)
    if (gap < 2) bad += 9
    if (gap < 4 && (voicing[i - 1] as number) < 52) bad += 5
    if (gap > 9) bad += 3
  }
  return bad
}

/**
 * Voices a progression so that each part moves as little as it can from chord to chord, as a pianist's hand does. The bass has the root,
 * so chords of five leave it out. Voicings are MIDI notes from low to high; the way back to the first chord counts too.
 */
export function voiceLeading(key: Key, chords: readonly Chord[], low: number, high: number): number[][] {
  const middle = (low + high) / 2
  let before: number[] | null = null
  const voiced: number[][] = []
  for (const chord of chords) {
    const classes = pitchClasses(key, chord)
    const upper = chord.size === 5 ? classes.slice(1) : classes
    let best: { voicing: number[]; cost: number } | null = null
    for (const laid of layings(upper, low, high)) {
      const voicing = laid.sort((a, b) => a - b)
      const centre = voicing.reduce((a, b) => a + b, 0) / voicing.length
      const cost: number = harshness(voicing) + Math.abs(centre - middle) * 0.8 + (before ? distance(before, voicing) : 0)
      if (!best || cost < best.cost) best = { voicing, cost }
    }
    if (!best) throw new Error(`No voicing between ${low} and ${high}`)
    voiced.push(best.voicing)
    before = best.voicing
  }
  return voiced
}

function distance(one: readonly number[], other: readonly number[]): number {
  let sum = Math.abs(one.length - other.length) * 3
  for (let i = 0; i < Math.min(one.length, other.length); i++) sum += Math.abs((one.at(-1 - i) as number) - (other.at(-1 - i) as number))
  return sum
}

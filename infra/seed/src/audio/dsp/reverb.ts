import { Filter } from './filter.ts'
import { rate } from './sound.ts'

/** Lengths of the eight lines in samples at size 1: without a common factor, so that no echo meets another. */
const lengths = [1423, 1637, 1871, 2083, 2311, 2557, 2833, 3121]

/** A feedback delay network of eight lines: one room for a whole track. */
export class Reverb {
  readonly #lines: Float32Array[]
  readonly #at = new Int32Array(8)
  readonly #gain = new Float64Array(8)
  readonly #low = new Float64Array(8)
  readonly #damp: number
  readonly #cut = [new Filter('highpass', 190), new Filter('highpass', 190)] as const

  /** @param time seconds until −60 dB @param size 0.5 (a room) to 2 (a cathedral) @param damp 0..1, how soon the high end goes */
  constructor({ time, size, damp }: { time: number; size: number; damp: number }) {
    this.#lines = lengths.map((length) => new Float32Array(Math.round(length * size)))
    this.#lines.forEach((line, i) => {
      this.#gain[i] = 10 ** ((-3 * line.length) / (time * rate))
    })
    this.#damp = 1 - damp * 0.8
  }

  /** Adds the room's answer to `left` and `right`. The inputs are used up. */
  run(inLeft: Float32Array, inRight: Float32Array, left: Float32Array, right: Float32Array): void {
    this.#cut[0].run(inLeft)
    this.#cut[1].run(inRight)
    const [at, gain, low, lines, damp] = [this.#at, this.#gain, this.#low, this.#lines, this.#damp]
    const heard = new Float64Array(8)
    for (let i = 0; i < left.length; i++) {
      let sum = 0
      for (let k = 0; k < 8; k++) {
        const out = (lines[k] as Float32Array)[at[k] as number] as number
        const dull = (low[k] as number) + damp * (out * (gain[k] as number) - (low[k] as number)) + 1e-20
        low[k] = dull
        heard[k] = dull
        sum += dull
      }
      // A Householder mirror: every line hears every other, and nothing is gained or lost.
      sum *= 0.25
      const [l, r] = [inLeft[i] as number, inRight[i] as number]
      for (let k = 0; k < 8; k++) {
        const line = lines[k] as Float32Array
        const place = at[k] as number
        line[place] = (heard[k] as number) - sum + ((k & 1) === 0 ? l : r)
        at[k] = place + 1 === line.length ? 0 : place + 1
      }
      left[i] = (left[i] as number) + ((heard[0] as number) + (heard[2] as number) - (heard[4] as number) + (heard[6] as number)) * 0.5
      right[i] = (right[i] as number) + ((heard[1] as number) - (heard[3] as number) + (heard[5] as number) + (heard[7] as number)) * 0.5
    }
  }
}

import { Filter } from './filter.ts'

/** Echoes that go from side to side and lose their ends at each turn: the tape echo of a dub desk. */
export class Delay {
  readonly #left: Float32Array
  readonly #right: Float32Array
  readonly #feedback: number
  readonly #filters: readonly [Filter, Filter, Filter, Filter]
  #at = 0

  /** @param length samples between two echoes @param feedback 0..0.85 @param hz above which the echoes are dull */
  constructor({ length, feedback, hz }: { length: number; feedback: number; hz: number }) {
    this.#left = new Float32Array(length)
    this.#right = new Float32Array(length)
    this.#feedback = feedback
    this.#filters = [new Filter('lowpass', hz), new Filter('lowpass', hz), new Filter('highpass', 240), new Filter('highpass', 240)]
  }

  /** Replaces the inputs by their echoes. A block must not be longer than the delay. */
  run(inLeft: Float32Array, inRight: Float32Array): void {
    const [left, right, length, count] = [this.#left, this.#right, this.#left.length, inLeft.length]
    const echoLeft = new Float32Array(count)
    const echoRight = new Float32Array(count)
    for (let i = 0; i < count; i++) {
      const at = (this.#at + i) % length
      echoLeft[i] = left[at] as number
      echoRight[i] = right[at] as number
    }
    this.#filters[0].run(echoLeft)
    this.#filters[1].run(echoRight)
    this.#filters[2].run(echoLeft)
    this.#filters[3].run(echoRight)
    for (let i = 0; i < count; i++) {
      const at = (this.#at + i) % length
      const [l, r] = [echoLeft[i] as number, echoRight[i] as number]
      left[at] = (inLeft[i] as number) * 0.85 + (inRight[i] as number) * 0.15 + r * this.#feedback
      right[at] = (inRight[i] as number) * 0.15 + l * this.#feedback
      inLeft[i] = l
      inRight[i] = r
    }
    this.#at = (this.#at + count) % length
  }
}

import { Filter } from './filter.ts'

/** The mastering hand before the limiter: opens the top, where a synthesiser's filters have taken too much, and the width. The bass stays in the middle. */
export class Finish {
  readonly #top = new Filter('highpass', 1_600)
  readonly #air = new Filter('highpass', 6_500)
  readonly #edge = new Filter('highpass', 240)
  readonly #mid: Float32Array
  readonly #side: Float32Array
  readonly #bright: Float32Array
  readonly #clear: Float32Array

  constructor(block: number) {
    this.#mid = new Float32Array(block)
    this.#side = new Float32Array(block)
    this.#bright = new Float32Array(block)
    this.#clear = new Float32Array(block)
  }

  /** In place. */
  run(left: Float32Array, right: Float32Array): void {
    const [mid, side, bright, clear] = [this.#mid, this.#side, this.#bright, this.#clear]
    for (let i = 0; i < left.length; i++) {
      mid[i] = ((left[i] as number) + (right[i] as number)) / 2
      side[i] = ((left[i] as number) - (right[i] as number)) / 2
    }
    bright.set(mid)
    clear.set(mid)
    this.#top.run(bright)
    this.#air.run(clear)
    this.#edge.run(side)
    for (let i = 0; i < left.length; i++) {
      const centre = (mid[i] as number) + 0.75 * (bright[i] as number) + 0.35 * (clear[i] as number)
      const wide = 1.9 * (side[i] as number)
      left[i] = centre + wide
      right[i] = centre - wide
    }
  }
}

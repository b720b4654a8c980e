import { block, Deck } from '../desk/deck.ts'
import type { Score } from '../desk/score.ts'
import { type Curve, curveAt, ramp } from '../dsp/curve.ts'
import { Filter } from '../dsp/filter.ts'
import { addInto } from '../dsp/sound.ts'
import type { Moves } from './curves.ts'

/** One deck on the mixer: its gain, its bass, its filter. */
export class Fader {
  readonly #deck: Deck
  readonly #moves: Moves
  readonly #trim: number
  readonly #highpass = [new Filter('highpass'), new Filter('highpass')] as const
  readonly #lowpass = [new Filter('lowpass'), new Filter('lowpass')] as const

  /** @param trim brings the track to the loudness of the others */
  constructor(score: Score, moves: Moves, trim: number) {
    this.#deck = new Deck(score)
    this.#moves = moves
    this.#trim = trim
  }

  /** Adds the block that starts at sample `at` from the track's mark. */
  addTo(left: Float32Array, right: Float32Array, at: number): void {
    const deck = this.#deck
    deck.play(at)
    const { gain, highpass, lowpass } = this.#moves
    turn(this.#highpass, highpass, deck, at, (hz) => hz > 25)
    if (lowpass) turn(this.#lowpass, lowpass, deck, at, (hz) => hz < 17_000)
    const [from, to] = [curveAt(gain, at) * this.#trim, curveAt(gain, at + block) * this.#trim]
    for (const [into, side] of [
      [left, deck.left],
      [right, deck.right],
    ] as const) {
      ramp(side, from, to)
      addInto(into, 0, side, 0, block, 1)
    }
  }
}

/** Turns a filter within the block. At rest it is out of the way, but for the blocks beside its moves, so that it never drops in. */
function turn([left, right]: readonly [Filter, Filter], curve: Curve, deck: Deck, at: number, matters: (hz: number) => boolean): void {
  if (![at - 8 * block, at, at + block, at + 2 * block].some((place) => matters(curveAt(curve, place)))) return
  for (let i = 0; i < block; i += 64) {
    const hz = curveAt(curve, at + i)
    left.tune(hz, 0)
    right.tune(hz, 0)
    left.run(deck.left, i, i + 64)
    right.run(deck.right, i, i + 64)
  }
}

import { Delay } from '../dsp/delay.ts'
import { Reverb } from '../dsp/reverb.ts'
import { addInto, rate } from '../dsp/sound.ts'
import type { Score } from './score.ts'
import { Strip } from './strip.ts'

/** Samples reckoned at a time. */
export const block = 512

/** Plays one track: its strips, its room, its echoes. */
export class Deck {
  readonly left = new Float32Array(block)
  readonly right = new Float32Array(block)
  readonly #strips: Strip[]
  readonly #score: Score
  readonly #reverb: Reverb
  readonly #delay: Delay
  readonly #roomLeft = new Float32Array(block)
  readonly #roomRight = new Float32Array(block)
  readonly #echoLeft = new Float32Array(block)
  readonly #echoRight = new Float32Array(block)
  readonly #duck = new Float32Array(block)
  #kick = 0
  #pushed = 0

  constructor(score: Score) {
    this.#score = score
    this.#strips = score.channels.map((channel) => new Strip(channel, block))
    this.#reverb = new Reverb(score.reverb)
    this.#delay = new Delay({ ...score.delay, length: Math.max(block, score.delay.length) })
  }

  /** Fills `left` and `right` with the block that starts at sample `at` from the track's mark. Blocks follow each other. */
  play(at: number): void {
    const { left, right } = this
    for (const buffer of [left, right, this.#roomLeft, this.#roomRight, this.#echoLeft, this.#echoRight]) buffer.fill(0)
    this.#push(at)
    for (const strip of this.#strips) {
      if (!strip.play(at)) continue
      const { duck, reverb, delay } = strip.channel
      if (duck > 0) {
        makeWay(strip.left, this.#duck, duck)
        makeWay(strip.right, this.#duck, duck)
      }
      addInto(left, 0, strip.left, 0, block, 1)
      addInto(right, 0, strip.right, 0, block, 1)
      if (reverb > 0) {
        addInto(this.#roomLeft, 0, strip.left, 0, block, reverb)
        addInto(this.#roomRight, 0, strip.right, 0, block, reverb)
      }
      if (delay > 0) {
        addInto(this.#echoLeft, 0, strip.left, 0, block, delay)
        addInto(this.#echoRight, 0, strip.right, 0, block, delay)
      }
    }
    this.#delay.run(this.#echoLeft, this.#echoRight)
    addInto(left, 0, this.#echoLeft, 0, block, 1)
    addInto(right, 0, this.#echoRight, 0, block, 1)
    // Echoes stand in the room too.
    addInto(this.#roomLeft, 0, this.#echoLeft, 0, block, 0.25)
    addInto(this.#roomRight, 0, this.#echoRight, 0, block, 0.25)
    this.#reverb.run(this.#roomLeft, this.#roomRight, left, right)
  }

  /** How far the kick pushes, 0..1 for each sample of the block: down within 4 ms, back over `duckSeconds`. Never a step. */
  #push(at: number): void {
    const { kicks, duckSeconds } = this.#score
    const attack = 0.004 * rate
    const rise = 1 - Math.exp(-3 / attack)
    const fall = Math.exp(-3 / (duckSeconds * rate))
    let pushed = this.#pushed
    for (let i = 0; i < block; i++) {
      while (this.#kick < kicks.length && (kicks[this.#kick] as number) <= at + i) this.#kick++
      const since = at + i - (kicks[this.#kick - 1] ?? Number.NEGATIVE_INFINITY)
      pushed = since < attack ? pushed + (1 - pushed) * rise : pushed * fall
      this.#duck[i] = pushed
    }
    this.#pushed = pushed < 1e-9 ? 0 : pushed
  }
}

function makeWay(samples: Float32Array, push: Float32Array, depth: number): void {
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * (1 - depth * (push[i] as number))
}

import { rate } from './sound.ts'

const lookahead = 128
const release = 1 - Math.exp(-1 / (0.12 * rate))

/** Straight up to 0.6, then ever flatter: what is nearly too loud is bent before it has to be held. */
function soften(x: number): number {
  const size = Math.abs(x)
  if (size < 0.6) return x
  return Math.sign(x) * (0.6 + 0.8 * Math.tanh((size - 0.6) / 0.8))
}

/** The end of the chain: holds everything under the ceiling by a gain that falls before a peak comes. Its output is `Limiter.delay` late. */
export class Limiter {
  static readonly delay = lookahead
  readonly #ceiling: number
  readonly #left = new Float32Array(lookahead)
  readonly #right = new Float32Array(lookahead)
  readonly #gains = new Float64Array(lookahead).fill(1)
  #sum = lookahead
  #at = 0
  #gain = 1
  #hold = 0
  #before = { l1: 0, l2: 0, l3: 0, r1: 0, r2: 0, r3: 0 }

  constructor(ceilingDb: number) {
    this.#ceiling = 10 ** (ceilingDb / 20)
  }

  /** In place. */
  run(left: Float32Array, right: Float32Array): void {
    const [ceiling, gains, waitingLeft, waitingRight] = [this.#ceiling, this.#gains, this.#left, this.#right]
    let { l1, l2, l3, r1, r2, r3 } = this.#before
    for (let i = 0; i < left.length; i++) {
      const [l, r] = [soften(left[i] as number), soften(right[i] as number)]
      // What the wave reaches half way between two samples, where a converter will find it.
      const between = Math.max(Math.abs(0.5625 * (l1 + l2) - 0.0625 * (l + l3)), Math.abs(0.5625 * (r1 + r2) - 0.0625 * (r + r3)))
      const peak = Math.max(Math.abs(l), Math.abs(r), between)
      l3 = l2
      l2 = l1
      l1 = l
      r3 = r2
      r2 = r1
      r1 = r
      const need = peak > ceiling ? ceiling / peak : 1
      if (need <= this.#gain) {
        this.#gain = need
        this.#hold = lookahead
      } else if (this.#hold > 0) this.#hold--
      else this.#gain = Math.min(need, this.#gain + (1 - this.#gain) * release)
      // The mean over the window reaches the held gain just when the peak comes out.
      const at = this.#at
      this.#sum += this.#gain - (gains[at] as number)
      gains[at] = this.#gain
      const gain = this.#sum / lookahead
      const [outLeft, outRight] = [(waitingLeft[at] as number) * gain, (waitingRight[at] as number) * gain]
      waitingLeft[at] = l
      waitingRight[at] = r
      left[i] = Math.max(-ceiling, Math.min(ceiling, outLeft))
      right[i] = Math.max(-ceiling, Math.min(ceiling, outRight))
      this.#at = at + 1 === lookahead ? 0 : at + 1
    }
    this.#before = { l1, l2, l3, r1, r2, r3 }
  }
}

import { rate } from './sound.ts'

const lookahead = 128
const release = 1 - Math.exp(-1 / (0.12 * rate))

/** Straight up to 0.6, then ever flatter: what is nearly too loud is bent before it has to be held. */
function soften(x: number): number {
  const size = Math.abs(x)
  if (size < 0.6) return x
  return Math.sign(x) * (0.6 + 0.8 * Math.tanh((size - 0.6) / 0.8))
}

/** A windowed sinc (Lanczos, four samples to either side), which gives the wave half way between two samples; symmetric, so half of it. */
const halfWay = [0.5, 1.5, 2.5, 3.5].map((x) => {
  const sinc = (place: number) => Math.sin(Math.PI * place) / (Math.PI * place)
  return sinc(x) * sinc(x / 4)
}) as [number, number, number, number]

/** The last eight samples of a side. */
class Line {
  readonly #samples = new Float64Array(16)
  #at = 0

  /** Takes the next sample; returns what the wave reaches half way between the two in the middle, where a converter will find it. */
  push(sample: number): number {
    const line = this.#samples
    // Written twice, so that the last eight always lie in one piece.
    line[this.#at] = sample
    line[this.#at + 8] = sample
    this.#at = (this.#at + 1) % 8
    const from = this.#at
    let sum = 0
    for (let tap = 0; tap < 4; tap++)
      sum += (halfWay[tap] as number) * ((line[from + 3 - tap] as number) + (line[from + 4 + tap] as number))
    return Math.abs(sum)
  }
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
  readonly #lines = [new Line(), new Line()] as const

  constructor(ceilingDb: number) {
    this.#ceiling = 10 ** (ceilingDb / 20)
  }

  /** In place. */
  run(left: Float32Array, right: Float32Array): void {
    const [ceiling, gains, waitingLeft, waitingRight] = [this.#ceiling, this.#gains, this.#left, this.#right]
    const [lineLeft, lineRight] = this.#lines
    for (let i = 0; i < left.length; i++) {
      const [l, r] = [soften(left[i] as number), soften(right[i] as number)]
      const peak = Math.max(Math.abs(l), Math.abs(r), lineLeft.push(l), lineRight.push(r))
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
  }
}

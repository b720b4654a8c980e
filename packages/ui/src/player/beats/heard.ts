/** Whole seconds of a mix that were heard: from (included) to (excluded). */
export interface HeardRange {
  fromS: number
  toS: number
}

/** Media time that passes between two reports while something plays; more is a jump (a throttled tab reports once a second at twice the speed). */
const jumpS = 4

/**
 * What was really heard, in media time: it grows while the mix plays, and a seek breaks it. Time that was skipped is in no range, time that was
 * heard twice is in two.
 */
export class Heard {
  #from: number | null = null
  #at = 0

  /** The mix plays and has come to `s`. Returns what a jump has closed. */
  advance(s: number): HeardRange | null {
    if (this.#from === null) {
      this.#from = s
      this.#at = s
      return null
    }
    const closed = s < this.#at - 0.5 || s > this.#at + jumpS ? this.take() : null
    if (s < this.#at - 0.5 || s > this.#at + jumpS) this.#from = s
    this.#at = s
    return closed
  }

  /** What was heard since the last time, in whole seconds; a beginning second is kept for the next. Null: not even one. */
  take(): HeardRange | null {
    if (this.#from === null) return null
    const [fromS, toS] = [Math.round(this.#from), Math.round(this.#at)]
    if (toS <= fromS) return null
    this.#from = this.#at
    return { fromS, toS }
  }

  /** It stands still: what follows begins anew. */
  stop(): HeardRange | null {
    const rest = this.take()
    this.#from = null
    return rest
  }
}

/** One of a play's beats: what was heard since the one before. */
export interface Beat extends HeardRange {
  seq: number
}

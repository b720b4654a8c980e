import type { BeatLog } from './beat-log.ts'
import type { Beat } from './heard.ts'
import { Heard, type HeardRange } from './heard.ts'

const everyS = 10

export interface PlayFacts {
  mixId: string
  quality: string
  durationMs: number
}

/** One play at a time: a beat every ten seconds heard, and at each pause, jump and end. */
export class PlayCounter {
  readonly #log: Pick<BeatLog, 'add'>
  readonly #source: string
  readonly #newId: () => string
  #heard = new Heard()
  #play: { playId: string; mixId: string; startedAt: string; durationMs: number } | null = null
  #quality = ''
  #seq = 0
  #since: number | null = null

  constructor(log: Pick<BeatLog, 'add'>, source: string, newId: () => string) {
    this.#log = log
    this.#source = source
    this.#newId = newId
  }

  /** It plays and has come to `s` of the mix. */
  advance(facts: PlayFacts, s: number): void {
    if (this.#play && this.#play.mixId !== facts.mixId) this.end()
    this.#play ??= {
      playId: this.#newId(),
      mixId: facts.mixId,
      startedAt: new Date().toISOString(),
      durationMs: Math.round(facts.durationMs),
    }
    this.#quality = facts.quality
    this.#write(this.#heard.advance(s))
    this.#since ??= s
    if (Math.abs(s - this.#since) >= everyS) this.#beat()
  }

  /** It stands still, or jumps: what was heard so far is kept. */
  pause(): void {
    this.#write(this.#heard.stop())
    this.#since = null
  }

  /** What comes next is another play, even of the same mix. */
  end(): void {
    this.pause()
    this.#play = null
    this.#seq = 0
    this.#heard = new Heard()
  }

  #beat(): void {
    this.#write(this.#heard.take())
    this.#since = null
  }

  #write(range: HeardRange | null): void {
    if (!range || !this.#play) return
    const beat: Beat = { seq: this.#seq, ...range }
    this.#seq += 1
    this.#log.add({ ...this.#play, source: this.#source, quality: this.#quality }, beat)
  }
}

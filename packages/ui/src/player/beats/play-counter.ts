import type { BeatLog } from './beat-log.ts'
import type { Beat } from './heard.ts'
import { Heard, type HeardRange } from './heard.ts'

const everyS = 10
/** Longer ago than this nobody is still in the middle of a mix. */
const longestMs = 24 * 3_600_000

export interface PlayFacts {
  mixId: string
  quality: string
  durationMs: number
}

interface Play {
  playId: string
  mixId: string
  startedAt: string
  durationMs: number
}

/** A play and the number of its next beat. */
export type KeptPlay = Play & { seq: number }

/** Where a tab keeps its play, which outlives the document that began it. */
export interface PlayMemory {
  read(): KeptPlay | null
  write(play: KeptPlay | null): void
}

/** One play at a time: a beat every ten seconds heard, and at each pause, jump and end. */
export class PlayCounter {
  readonly #log: Pick<BeatLog, 'add'>
  readonly #source: string
  readonly #newId: () => string
  #heard = new Heard()
  readonly #memory: PlayMemory | null
  #play: Play | null = null
  #quality = ''
  #seq = 0
  #since: number | null = null

  /** Without a memory every document's play is its own. */
  constructor(log: Pick<BeatLog, 'add'>, source: string, newId: () => string, memory: PlayMemory | null = null) {
    this.#log = log
    this.#source = source
    this.#newId = newId
    this.#memory = memory
  }

  /** It plays and has come to `s` of the mix. */
  advance(facts: PlayFacts, s: number): void {
    if (this.#play && this.#play.mixId !== facts.mixId) this.end()
    this.#play ??= this.#goOnWith(facts) ?? this.#begin(facts)
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
    // A document that has played nothing yet ends nothing of the last one's.
    if (this.#play) this.#memory?.write(null)
    this.#play = null
    this.#seq = 0
    this.#heard = new Heard()
  }

  #begin({ mixId, durationMs }: PlayFacts): Play {
    return { playId: this.#newId(), mixId, startedAt: new Date().toISOString(), durationMs: Math.round(durationMs) }
  }

  /** What the tab's last document was in the middle of is the same play. */
  #goOnWith({ mixId }: PlayFacts): Play | null {
    const kept = this.#memory?.read() ?? null
    if (kept?.mixId !== mixId || Date.now() - Date.parse(kept.startedAt) > longestMs) return null
    const { seq, ...play } = kept
    this.#seq = seq
    return play
  }

  #beat(): void {
    this.#write(this.#heard.take())
    this.#since = null
  }

  #write(range: HeardRange | null): void {
    if (!range || !this.#play) return
    const beat: Beat = { seq: this.#seq, ...range }
    this.#seq += 1
    this.#memory?.write({ ...this.#play, seq: this.#seq })
    this.#log.add({ ...this.#play, source: this.#source, quality: this.#quality }, beat)
  }
}

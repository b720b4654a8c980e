import type { PlayerApi, PlayReport } from '../api/player-api.ts'
import type { Beat } from './heard.ts'

export interface BeatStore {
  keys(): string[]
  get(key: string): string | null
  set(key: string, value: string): void
  delete(key: string): void
}

const prefix = 'play:'
/** A request stays small enough for a beacon (64 KB in every browser). */
const mostBeats = 400
/** The other side takes nothing older. */
const tooOldMs = 7 * 86_400_000

/** Survives a closed tab. A browser that stores nothing (private mode, full) counts what the open tab can send. */
export function localBeatStore(): BeatStore {
  const memory = new Map<string, string>()
  return {
    keys: () => {
      try {
        return [...new Set([...Object.keys(localStorage).filter((key) => key.startsWith(prefix)), ...memory.keys()])]
      } catch {
        return [...memory.keys()]
      }
    },
    get: (key) => {
      try {
        return localStorage.getItem(key) ?? memory.get(key) ?? null
      } catch {
        return memory.get(key) ?? null
      }
    },
    set: (key, value) => {
      try {
        localStorage.setItem(key, value)
      } catch {
        memory.set(key, value)
      }
    },
    delete: (key) => {
      memory.delete(key)
      try {
        localStorage.removeItem(key)
      } catch {
        // Nothing was stored.
      }
    },
  }
}

/**
 * Beats on their way: each is written down before it is sent and forgotten when it is acknowledged. What was lost on the way, or by a closed tab,
 * is sent again; the other side counts each (play, seq) once.
 */
export class BeatLog {
  readonly #api: Pick<PlayerApi, 'report' | 'beacon'>
  readonly #store: BeatStore
  #sending = false
  #again = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(api: Pick<PlayerApi, 'report' | 'beacon'>, store: BeatStore) {
    this.#api = api
    this.#store = store
  }

  /** Keeps a beat of a play, then tries to send all that is kept. */
  add(play: Omit<PlayReport, 'beats'>, beat: Beat): void {
    const known = this.#read(prefix + play.playId)
    this.#store.set(prefix + play.playId, JSON.stringify({ ...play, beats: [...(known?.beats ?? []), beat] }))
    void this.send()
  }

  /** All that is not acknowledged, oldest play first, as much as fits a request. */
  waiting(): PlayReport[] {
    let room = mostBeats
    const plays: PlayReport[] = []
    const known = this.#store
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => this.#read(key))
      .filter((play) => play !== null)
      .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
    for (const play of known) {
      if (room <= 0) break
      plays.push({ ...play, beats: play.beats.slice(0, room) })
      room -= play.beats.length
    }
    return plays
  }

  /** Sends what is kept; one request at a time. A failure is tried again with growing patience, and at once by the next beat. */
  async send(): Promise<void> {
    if (this.#sending) {
      this.#again = true
      return
    }
    clearTimeout(this.#retry)
    const plays = this.waiting()
    if (plays.length === 0) return
    this.#sending = true
    this.#again = false
    try {
      this.#forget(await this.#api.report(plays))
      this.#failures = 0
    } catch {
      this.#failures += 1
      const patience = Math.min(120_000, 2_000 * 2 ** this.#failures)
      this.#retry = setTimeout(() => void this.send(), patience)
      this.#again = false
    } finally {
      this.#sending = false
    }
    if (this.#again) await this.send()
  }

  /** The page goes away: hands over what is left. It stays kept, since nobody hears the answer. */
  flush(): void {
    this.#api.beacon(this.waiting())
  }

  #forget(acknowledged: { playId: string; seq: number }[]): void {
    const byPlay = new Map<string, Set<number>>()
    for (const { playId, seq } of acknowledged) byPlay.set(playId, (byPlay.get(playId) ?? new Set()).add(seq))
    for (const [playId, seqs] of byPlay) {
      const play = this.#read(prefix + playId)
      if (!play) continue
      const beats = play.beats.filter((beat) => !seqs.has(beat.seq))
      if (beats.length === 0) this.#store.delete(prefix + playId)
      else this.#store.set(prefix + playId, JSON.stringify({ ...play, beats }))
    }
  }

  #read(key: string): PlayReport | null {
    try {
      const play = JSON.parse(this.#store.get(key) ?? 'null') as PlayReport | null
      if (!play || !Array.isArray(play.beats) || Date.now() - Date.parse(play.startedAt) > tooOldMs) throw new Error('unusable')
      return play
    } catch {
      this.#store.delete(key)
      return null
    }
  }
}

import type { PlayerApi } from '../api/player-api.ts'
import { readPosition, writePosition } from './memory.ts'

const everyMs = 15_000
/** Who has heard this much begins anew next time. */
const doneAt = 0.98
/** Nobody wants to be brought back to the first seconds. */
const leastMs = 15_000

/** Where one left off: in the account when there is one, else on this device. */
export class Positions {
  readonly #api: PlayerApi
  #savedAt = 0

  constructor(api: PlayerApi) {
    this.#api = api
  }

  /** Where to begin. */
  resume(mix: { id: string; resumeMs: number | null; durationMs: number }): number {
    const at = this.#api.account ? mix.resumeMs : readPosition(mix.id)
    return at === null || at < leastMs || at > mix.durationMs * doneAt ? 0 : at
  }

  /** `now`: at once, since it is a pause or the page goes away; otherwise every quarter of a minute. */
  save(mix: { id: string; durationMs: number }, positionMs: number, now: boolean): void {
    const time = Date.now()
    if (!now && time - this.#savedAt < everyMs) return
    this.#savedAt = time
    const finished = mix.durationMs > 0 && positionMs > mix.durationMs * doneAt
    if (this.#api.account) this.#api.account.savePosition(mix.id, positionMs, finished).catch(() => undefined)
    else writePosition(mix.id, finished ? null : positionMs)
  }
}

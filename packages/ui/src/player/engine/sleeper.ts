import { type Sleep, type SleepChoice, sleepNow, startSleep } from '../rules/sleep.ts'
import type { PlayerState, Store } from './store.ts'

const everyMs = 1_000

/** The sleep timer: makes it quieter towards its end, then says that it is over. Its clock runs on in a hidden tab, once a second. */
export class Sleeper {
  /** 1 … 0 */
  gain = 1
  readonly #store: Store<PlayerState>
  readonly #positionMs: () => number
  readonly #on: { gain: () => void; over: () => void }
  #ticking: ReturnType<typeof setInterval> | undefined

  constructor(store: Store<PlayerState>, positionMs: () => number, on: { gain: () => void; over: () => void }) {
    this.#store = store
    this.#positionMs = positionMs
    this.#on = on
  }

  /** Null, or nothing that plays: switched off. */
  set(choice: SleepChoice | null): void {
    const { mix } = this.#store.get()
    const here = mix && { mixId: mix.id, ms: this.#positionMs(), tracks: mix.tracks, durationMs: mix.durationMs }
    this.goOn(choice && here ? startSleep(choice, Date.now(), here) : null)
  }

  /** A timer that was set before, in another document perhaps. */
  goOn(sleep: Sleep | null): void {
    clearInterval(this.#ticking)
    this.gain = 1
    if (sleep) this.#ticking = setInterval(() => this.check(), everyMs)
    this.#store.set({ sleep })
    this.#on.gain()
  }

  check(): void {
    const { sleep, mix, rate } = this.#store.get()
    if (!sleep || !mix) return
    const here = { mixId: mix.id, ms: this.#positionMs(), durationMs: mix.durationMs, rate }
    const { gain, over } = sleepNow(sleep, Date.now(), here)
    this.gain = gain
    if (over) {
      this.#on.over()
      this.set(null)
    } else this.#on.gain()
  }
}

import { monitorEventLoopDelay } from 'node:perf_hooks'

const sampleMs = 20
const windowMs = 500

export interface OverloadOptions {
  /** The event loop is late by more than this in a tenth of a window: the process can't keep up. */
  enterMs?: number
  /** Late by less: it can again. Lower than `enterMs`, so that it does not flicker. */
  leaveMs?: number
  /** Requests being answered at once, above which nothing heavy begins. */
  mostInFlight?: number
  /** Below this many at once, lateness is the machine's and not the visitors': turning one away would make nothing quicker. */
  fewInFlight?: number
}

/** Whether this process has more to do than it can. */
export class Overload {
  readonly #enterMs: number
  readonly #leaveMs: number
  readonly #mostInFlight: number
  readonly #fewInFlight: number
  readonly #delay = monitorEventLoopDelay({ resolution: sampleMs })
  readonly #timer: NodeJS.Timeout
  #late = false
  #inFlight = 0

  constructor(options: OverloadOptions = {}) {
    this.#enterMs = options.enterMs ?? 150
    this.#leaveMs = options.leaveMs ?? 60
    this.#mostInFlight = options.mostInFlight ?? 2_000
    this.#fewInFlight = options.fewInFlight ?? 16
    this.#delay.enable()
    this.#timer = setInterval(() => this.#look(), windowMs)
    this.#timer.unref()
  }

  get inFlight(): number {
    return this.#inFlight
  }

  get isOverloaded(): boolean {
    return (this.#late && this.#inFlight >= this.#fewInFlight) || this.#inFlight > this.#mostInFlight
  }

  entered(): void {
    this.#inFlight += 1
  }

  left(): void {
    this.#inFlight -= 1
  }

  close(): void {
    clearInterval(this.#timer)
    this.#delay.disable()
  }

  #look(): void {
    const lateMs = this.#delay.percentile(90) / 1e6 - sampleMs
    this.#delay.reset()
    this.#late = lateMs > (this.#late ? this.#leaveMs : this.#enterMs)
  }
}

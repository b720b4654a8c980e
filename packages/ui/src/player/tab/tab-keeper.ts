import type { PlayerEngine } from '../engine/engine.ts'
import { clearSession, readSession, type Session, writeSession } from '../engine/memory.ts'
import { wantsSound } from '../rules/status.ts'

const everyMs = 1_000

/** Somebody wants to hear it, also where the browser or the line has not let them yet: the next document tries again. */
const wanted = ({ status, problem }: PlayerEngine['state']): boolean =>
  wantsSound(status) || problem?.kind === 'blocked' || problem?.kind === 'trouble' || problem?.kind === 'offline'

/**
 * What a tab plays outlives its document: written down as it goes on, since a document may end without a word, and put back into the next one.
 * The elements of a document that goes away stop; that is nobody's pause, so nothing is written after the last word.
 */
export class TabKeeper {
  readonly #engine: PlayerEngine
  #writtenAt = 0
  #writtenMs = 0
  #gone = false
  /** Recalled, and not gone on with yet. */
  #waiting: Session | null = null

  constructor(engine: PlayerEngine) {
    this.#engine = engine
    engine.store.subscribe(() => this.#write())
    engine.onTime((ms) => {
      if (Date.now() - this.#writtenAt >= everyMs || Math.abs(ms - this.#writtenMs) >= 2 * everyMs) this.#write()
    })
    window.addEventListener('pagehide', () => {
      this.#write()
      this.#gone = true
    })
    window.addEventListener('pageshow', ({ persisted }) => {
      this.#gone = false
      // Kept by the browser while another document of this tab played on: what that one wrote is newer.
      if (persisted) this.#comeBack()
    })
  }

  /** What the last document played stands here, silent. Called before anything else is asked of the engine. */
  recall(): void {
    this.#waiting = readSession()
    if (this.#waiting) this.#engine.recall(this.#waiting)
  }

  /** Goes on where the last document stopped, or only learns what stands there. Nothing when somebody has pressed something meanwhile. */
  async goOn(): Promise<void> {
    const session = this.#waiting
    this.#waiting = null
    if (!session || this.#engine.state.status !== 'paused') return
    await (session.playing && !isOver(session) ? this.#engine.resume() : this.#engine.look())
  }

  #comeBack(): void {
    const session = readSession()
    this.#engine.close()
    if (session) writeSession(session)
    this.recall()
    void this.goOn()
  }

  #write(): void {
    const { state, positionMs } = this.#engine
    const { queue, rate, sleep, status } = state
    if (this.#gone || (this.#waiting && status === 'paused')) return
    this.#writtenAt = Date.now()
    this.#writtenMs = positionMs
    // What has ended begins anew.
    const place = status === 'ended' ? 0 : Math.round(positionMs)
    if (queue.at < 0) clearSession()
    else writeSession({ queue, positionMs: place, playing: wanted(state), rate, sleep })
  }
}

/** The sleep timer ran out while no document was there. */
const isOver = ({ sleep }: Session): boolean => sleep?.kind === 'minutes' && sleep.at <= Date.now()

import type { ManagedProcess } from './managed-process.ts'

export interface Supervised {
  readonly name: string
  isRunning(): boolean
  /** Starts it again after `stop`; used by the tests of faults. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Ends it without asking. */
  kill(): void
}

export interface Watcher {
  /** It ended though nobody asked: what the reader should see. It is started again. */
  onDeath(name: string, how: string, lastLines: string): void
  /** It ends again and again, or does not start again. */
  onGivenUp(name: string, reason: string): void
}

const restartsAllowed = 3
const windowMs = 60_000
const pauseMs = 1_000

/** Starts a program, and starts it again when it dies: a few times, for a program that can't live is better seen than hidden. */
export async function supervise(name: string, launch: () => Promise<ManagedProcess>, watcher: Watcher): Promise<Supervised> {
  let current: ManagedProcess | null = null
  let wanted = false
  let deaths: number[] = []

  const start = async (): Promise<void> => {
    wanted = true
    const started = await launch()
    current = started
    void started.ended.then((how) => died(started, how))
    if (!wanted) await started.stop()
  }

  const died = async (ended: ManagedProcess, how: string): Promise<void> => {
    if (!wanted || ended !== current) return
    current = null
    watcher.onDeath(name, how, await ended.lastLines())
    const now = Date.now()
    deaths = [...deaths.filter((at) => now - at < windowMs), now]
    if (deaths.length > restartsAllowed) return watcher.onGivenUp(name, `it ended ${deaths.length} times within a minute`)
    await new Promise((done) => setTimeout(done, pauseMs))
    if (wanted) await start().catch((error: Error) => watcher.onGivenUp(name, error.message))
  }

  await start()
  return {
    name,
    start,
    isRunning: () => current?.isRunning() ?? false,
    stop: async () => {
      wanted = false
      await current?.stop()
      current = null
    },
    kill: () => {
      wanted = false
      current?.kill()
    },
  }
}

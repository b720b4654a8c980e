import { Stopped } from '../../../../scripts/lib/problem.mjs'

/** One press of Ctrl-C reaches us up to three times: from the terminal, from npm and from the bootstrap. */
const samePressMs = 700

export interface StopSignals {
  /** Given at the first request to stop. */
  readonly signal: AbortSignal
  /** Resolves at the first request. */
  readonly requested: Promise<void>
}

/**
 * Listens to everything that means "stop": Ctrl-C, SIGTERM, a closed terminal, and the end of whoever started us.
 * The second request calls `onSecond`, which ends everything at once.
 */
export function listenToStopSignals(onFirst: () => void, onSecond: () => void): StopSignals {
  const controller = new AbortController()
  let firstAt = 0
  const request = () => {
    const now = Date.now()
    if (firstAt === 0) {
      firstAt = now
      onFirst()
      controller.abort(new Stopped())
    } else if (now - firstAt > samePressMs) {
      onSecond()
    }
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, request)
  process.once('disconnect', () => {
    if (firstAt === 0) request()
  })
  process.channel?.unref()
  const requested = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve(), { once: true }))
  return { signal: controller.signal, requested }
}

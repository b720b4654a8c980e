export interface Throttled {
  /** Runs the work soon, once for many calls. */
  soon(): void
  /** Lets what runs end; nothing runs afterwards. */
  stop(): Promise<void>
}

const everyMs = 1_000

/** At most one run a second, and never two at once. Failures are the work's own to tell of. */
export function throttled(work: () => Promise<unknown>): Throttled {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  return {
    soon: () => {
      if (timer || stopped) return
      timer = setTimeout(() => {
        running = running
          .then(work)
          .catch(() => undefined)
          .finally(() => {
            timer = undefined
          })
      }, everyMs)
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

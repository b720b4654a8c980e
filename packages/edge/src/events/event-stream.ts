import { tooMany } from '@residency/domain/errors'

/** Something is said so often, so that proxies don't think the line is dead. */
const beatMs = 20_000
/** Then the browser comes back by itself, and who may listen is looked at again. */
const longestMs = 10 * 60_000
/** Open pages of one listener in a process: a browser with more is not a person's. */
const mostLines = 20

const lines = new Map<string, number>()

export interface EventStream {
  request: Request
  /** Whose line it is: tenant and account. Bounds how many one may have. */
  listener: string
  /**
   * Called once: begins to listen, says how things stand, and returns what ends the listening. Begin before reading, so that nothing falls
   * between the two.
   */
  open: (say: (event: unknown) => void) => Promise<() => void> | (() => void)
  /** Whether who listens still may: asked before each event and at each sign of life. Otherwise the line ends, and coming back is refused. */
  mayStay: () => Promise<boolean>
}

/** Says things one after the other, each only while the listener may hear it. */
function guarded(mayStay: () => Promise<boolean>, end: () => void): (say: () => void) => void {
  let last = Promise.resolve()
  return (say) => {
    last = last.then(async () => {
      // What can't be asked just now is refused: the browser comes back in a moment and is let in anew.
      if (await mayStay().catch(() => false)) say()
      else end()
    })
  }
}

/** Server-sent events: `data:` lines of JSON until the visitor goes, or ten minutes are over. Throws `too_many`. */
export function eventStream({ request, listener, open, mayStay }: EventStream): Response {
  const before = lines.get(listener) ?? 0
  if (before >= mostLines) throw tooMany(30_000)
  lines.set(listener, before + 1)
  let stop = (): void => undefined
  let gone = false
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const write = (text: string): void => {
        if (!gone) controller.enqueue(encoder.encode(text))
      }
      const close = (): void => {
        if (gone) return
        stop()
        controller.close()
      }
      const whileAllowed = guarded(mayStay, close)
      const beat = setInterval(() => whileAllowed(() => write(': still here\n\n')), beatMs)
      const end = setTimeout(close, longestMs)
      let unfollow = (): void => undefined
      stop = () => {
        if (gone) return
        gone = true
        clearInterval(beat)
        clearTimeout(end)
        unfollow()
        const left = (lines.get(listener) ?? 1) - 1
        if (left > 0) lines.set(listener, left)
        else lines.delete(listener)
      }
      request.signal.addEventListener('abort', () => stop(), { once: true })
      write('retry: 3000\n\n')
      try {
        const ending = await open((event) => whileAllowed(() => write(`data: ${JSON.stringify(event)}\n\n`)))
        // The visitor may have gone while the state was read.
        if (gone) ending()
        else unfollow = ending
      } catch (error) {
        stop()
        controller.error(error)
      }
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' },
  })
}

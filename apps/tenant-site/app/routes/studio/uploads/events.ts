import type { LoaderFunctionArgs } from '@remix-run/node'
import { followRecordings, getRecordingProgress } from '@residency/domain/recordings'
import { openJson } from '@residency/edge/routes'

/** Something is said so often, so that proxies don't think the line is dead. */
const beatMs = 20_000
/** Then the browser comes back by itself, and who may listen is looked at again. */
const longestMs = 10 * 60_000

/** `GET /studio/uploads/events`: server-sent events, first how things stand, then each change of a recording (RecordingProgress). */
export const loader = (args: LoaderFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit' }, async ({ ctx, request }) => {
    let stop = (): void => undefined
    const body = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        const encoder = new TextEncoder()
        const say = (text: string): void => controller.enqueue(encoder.encode(text))
        // Listening begins before the state is read: nothing falls between the two.
        const unfollow = followRecordings(ctx, (progress) => say(`data: ${JSON.stringify(progress)}\n\n`))
        const beat = setInterval(() => say(': still here\n\n'), beatMs)
        const end = setTimeout(() => {
          stop()
          controller.close()
        }, longestMs)
        stop = () => {
          unfollow()
          clearInterval(beat)
          clearTimeout(end)
        }
        request.signal.addEventListener('abort', stop, { once: true })
        say('retry: 3000\n\n')
        for (const progress of (await getRecordingProgress(ctx)).reverse()) say(`data: ${JSON.stringify(progress)}\n\n`)
      },
      cancel: () => stop(),
    })
    return new Response(body, {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' },
    })
  })

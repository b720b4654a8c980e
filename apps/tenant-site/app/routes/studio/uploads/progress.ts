import type { LoaderFunctionArgs } from '@remix-run/node'
import { getRecordingProgress, recordingProgressSchema } from '@residency/domain/recordings'
import { openJson } from '@residency/edge/routes'

/** `GET /studio/uploads/progress[?mixId=…]`: how far the work on recordings is; what events tell of, for whoever can't hear them. */
export const loader = (args: LoaderFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit' }, async ({ ctx, url }) => {
    const asked = recordingProgressSchema.safeParse(Object.fromEntries(url.searchParams))
    return { recordings: await getRecordingProgress(ctx, asked.data ?? {}) }
  })

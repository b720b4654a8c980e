import type { LoaderFunctionArgs } from '@remix-run/node'
import { followRecordings, getRecordingProgress } from '@residency/domain/recordings'
import { isSessionOpen } from '@residency/domain/sessions'
import { eventStream } from '@residency/edge/events'
import { openJson } from '@residency/edge/routes'

/** `GET /studio/uploads/events`: server-sent events, first how things stand, then each change of a recording (RecordingProgress). */
export const loader = (args: LoaderFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit' }, ({ ctx, request }) =>
    eventStream({
      request,
      mayStay: () => isSessionOpen(ctx),
      listener: `${ctx.tenant.id}/${ctx.actor.accountId}`,
      open: async (say) => {
        const unfollow = followRecordings(ctx, say)
        for (const progress of (await getRecordingProgress(ctx)).reverse()) say(progress)
        return unfollow
      },
    }),
  )

import type { LoaderFunctionArgs } from '@remix-run/node'
import { followPlayerState, getPlayerState } from '@residency/domain/listening'
import { isSessionOpen } from '@residency/domain/sessions'
import { eventStream } from '@residency/edge/events'
import { openJson } from '@residency/edge/routes'

/** `GET /listening/events`: server-sent events, what the account's devices say, first what stands (PlayerState). */
export const loader = (args: LoaderFunctionArgs) =>
  openJson(args, { access: 'signed-in' }, ({ ctx, request }) =>
    eventStream({
      request,
      mayStay: () => isSessionOpen(ctx),
      listener: `${ctx.tenant.id}/${ctx.actor.accountId}`,
      open: async (say) => {
        const unfollow = followPlayerState(ctx, say)
        const state = await getPlayerState(ctx)
        if (state) say(state)
        return unfollow
      },
    }),
  )

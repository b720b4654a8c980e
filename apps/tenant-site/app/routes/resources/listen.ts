import type { LoaderFunctionArgs } from '@remix-run/node'
import { locales } from '@residency/config'
import { playableSchema, requirePlayable } from '@residency/domain/streaming'
import { openApi } from '@residency/edge/routes'
import { z } from 'zod'
import { playableView } from '../../shape/playable.ts'
import { siteOf } from '../../shape/site-request.ts'

const search = z.object({
  link: playableSchema.shape.link.catch(null),
  recording: playableSchema.shape.recordingId.catch(null),
  /** The language of the page that asks: its links lead back into it. */
  lang: z.enum(locales).optional().catch(undefined),
})

/** `GET /listen/<mixId>`: what the player needs to play a mix, for the one who asks. */
export const loader = (args: LoaderFunctionArgs) =>
  openApi(
    args,
    { access: 'anyone', params: playableSchema.pick({ mixId: true }), search },
    async ({ ctx, scope, params, search: { link, recording, lang } }) => {
      const site = siteOf(scope)
      const reader = { ...site, ctx: { ...site.ctx, locale: lang ?? site.ctx.locale } }
      return playableView(reader, await requirePlayable(ctx, { mixId: params.mixId, link, recordingId: recording }))
    },
  )

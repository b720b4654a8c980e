import type { LoaderFunctionArgs } from '@remix-run/node'
import { forbidden } from '@residency/domain/errors'
import { playableSchema, requirePlayable } from '@residency/domain/streaming'
import { openResource } from '@residency/edge/routes'
import { linkOf } from './link-of.ts'

/**
 * `GET /listen/<mixId>/master.m3u8[?link=]`: the stream for a page without scripts, whose address is the same for everybody. Leads to a ticket of
 * their own.
 */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone', params: playableSchema.pick({ mixId: true }) }, async ({ ctx, params, request }) => {
    const { stream } = await requirePlayable(ctx, { mixId: params.mixId, link: linkOf(request), recordingId: null })
    if (!stream) throw forbidden()
    return new Response(null, {
      status: 302,
      headers: { location: `/stream/${stream.ticket}/master.m3u8`, 'cache-control': 'no-store' },
    })
  })

import type { LoaderFunctionArgs } from '@remix-run/node'
import { openEpisode } from '@residency/domain/feeds'
import { rangeAnswer } from '@residency/edge/files'
import { openResource } from '@residency/edge/routes'
import { linkOf } from '../link-of.ts'
import { episodeAsk } from './episode-ask.ts'

/** An episode as one file: `/podcast/<mixId>/audio.m4a[?link=]`, `/feeds/episodes/<ticket>/audio.m4a`. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone', params: episodeAsk }, async ({ ctx, params, request }) =>
    rangeAnswer(request, {
      ...(await openEpisode(ctx, 'mixId' in params ? { ...params, link: linkOf(request) } : params)),
      type: 'audio/x-m4a',
    }),
  )

import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPodcast } from '@residency/domain/feeds'
import { openResource } from '@residency/edge/routes'
import { podcastXml } from '../../../shape/podcast.ts'
import { siteOf } from '../../../shape/site-request.ts'

/** `/podcast.xml`: what everybody may hear, for podcast apps. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone' }, async ({ scope, ctx }) => {
    const site = siteOf(scope)
    const body = podcastXml(site, {
      self: '/podcast.xml',
      isPrivate: false,
      title: site.frame.brand.name,
      episodes: await getPodcast(ctx),
      where: ({ mixId }) => ({ audio: `/podcast/${mixId}/audio.m4a`, chapters: `/podcast/${mixId}/chapters.json` }),
    })
    return new Response(body, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
  })

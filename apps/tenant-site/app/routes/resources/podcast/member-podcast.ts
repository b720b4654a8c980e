import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '@residency/domain/errors'
import { requireMemberPodcast } from '@residency/domain/feeds'
import { isKnownTo } from '@residency/edge/pages'
import { openResource } from '@residency/edge/routes'
import { z } from 'zod'
import { podcastXml } from '../../../shape/podcast.ts'
import { siteOf } from '../../../shape/site-request.ts'

const file = /^([\w-]{43})\.xml$/

/** `/feeds/<token>.xml`: a member's own podcast. Who is signed in does not matter: apps have no cookies. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone', params: z.object({ file: z.string() }) }, async ({ scope, ctx, params, request }) => {
    const token = file.exec(params.file)?.[1]
    if (!token) throw notFound()
    const site = siteOf(scope)
    const { memberName, episodes } = await requireMemberPodcast(ctx, { unverifiedToken: token })
    const body = podcastXml(site, {
      self: null,
      isPrivate: true,
      title: `${site.frame.brand.name} (${memberName})`,
      episodes,
      where: ({ ticket }) => ({ audio: `/feeds/episodes/${ticket}/audio.m4a`, chapters: `/feeds/episodes/${ticket}/chapters.json` }),
    })
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' }
    if (isKnownTo(request.headers.get('if-none-match') ?? undefined, etag)) return new Response(null, { status: 304, headers })
    return new Response(body, { headers: { ...headers, 'Content-Type': 'application/rss+xml; charset=utf-8' } })
  })

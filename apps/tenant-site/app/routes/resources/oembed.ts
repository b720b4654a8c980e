import type { LoaderFunctionArgs } from '@remix-run/node'
import { embedSchema, embedSlugSchema, requireEmbed } from '@residency/domain/embeds'
import { notFound } from '@residency/domain/errors'
import { openResource } from '@residency/edge/routes'
import { pagePath } from '@residency/edge/visitor'
import { z } from 'zod'
import { embedCode, embedPath, embedSize } from '../../shape/embed.ts'
import { siteOf } from '../../shape/site-request.ts'

const pixels = (least: number) => z.coerce.number().int().min(least).optional().catch(undefined)
const search = z.object({
  url: z.url().max(2_000),
  format: z.string().default('json'),
  maxwidth: pixels(embedSize.leastWidth),
  maxheight: pixels(embedSize.leastHeight),
})

const pages = [
  [/^\/mixes\/([^/]+)$/, embedSlugSchema, 'slug'],
  [/^\/embed\/([^/]+)$/, embedSchema, 'mixId'],
] as const

/** What a page's path is about, or null. */
function askedOf(path: string): Parameters<typeof requireEmbed>[1] | null {
  for (const [pattern, schema, name] of pages) {
    const part = pattern.exec(path)?.[1]
    const parsed = part === undefined ? null : schema.safeParse({ [name]: decodeURIComponent(part) })
    if (parsed?.success) return parsed.data
  }
  return null
}

/** `GET /oembed?url=…` (oembed.com): how a mix is shown on another site. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone' }, async ({ scope, ctx, url }) => {
    const parsed = search.safeParse(Object.fromEntries(url.searchParams))
    if (!parsed.success) return new Response(null, { status: 400 })
    const { url: address, format, maxwidth, maxheight } = parsed.data
    if (format !== 'json') return new Response(null, { status: 501 })
    const site = siteOf(scope)
    const page = new URL(address)
    if (page.host !== new URL(site.origin).host) throw notFound()
    const path = pagePath(page.pathname)
    const asked = askedOf(path)
    if (!asked) throw notFound()
    const mix = await requireEmbed(ctx, asked)
    const language = page.pathname.slice(0, page.pathname.length - path.length)
    const width = Math.min(embedSize.width, maxwidth ?? embedSize.width)
    const height = Math.min(embedSize.height, maxheight ?? embedSize.height)
    const { name } = site.frame.brand
    return Response.json(
      {
        version: '1.0',
        type: 'rich',
        title: mix.title,
        author_name: name,
        author_url: `${site.origin}/`,
        provider_name: name,
        provider_url: `${site.origin}/`,
        cache_age: 3_600,
        html: embedCode({ src: site.origin + language + embedPath(mix.id), title: `${mix.title} · ${name}`, width, height }),
        width,
        height,
        ...(mix.artwork
          ? {
              thumbnail_url: `${site.origin}/media/${mix.artwork.id}?w=480`,
              thumbnail_width: 480,
              thumbnail_height: thumbnailHeight(mix.artwork),
            }
          : {}),
      },
      { headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' } },
    )
  })

const thumbnailHeight = ({ width, height }: { width: number; height: number }): number => Math.round((480 * height) / Math.max(1, width))

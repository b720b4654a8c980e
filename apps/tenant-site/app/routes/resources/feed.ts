import type { LoaderFunctionArgs } from '@remix-run/node'
import { listRecentMixes, type RecentMix } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import { openResource } from '@residency/edge/routes'
import { hrefOf } from '../../shape/links.ts'
import { type SiteRequest, siteOf } from '../../shape/site-request.ts'
import { escapeHtml, paragraphs } from '../../shape/text.ts'

const newest = 50

/** The newest mixes as RSS 2.0. Source: rssboard.org/rss-specification. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone' }, async ({ scope, ctx }) => {
    const site = siteOf(scope)
    const mixes = await listRecentMixes(ctx, { most: newest })
    const { brand } = site.frame
    const tagline = localize(brand.tagline, ctx.locale, ctx.tenant.locale)
    const head = [
      `<title>${escapeHtml(brand.name)}</title>`,
      `<link>${site.origin}/</link>`,
      `<description>${escapeHtml(tagline || brand.name)}</description>`,
      `<language>${ctx.locale}</language>`,
      `<atom:link href="${site.origin}/feed.xml" rel="self" type="application/rss+xml"/>`,
      ...(mixes[0] ? [`<lastBuildDate>${mixes[0].publishedAt.toUTCString()}</lastBuildDate>`] : []),
    ]
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${head.join('')}${mixes.map((mix) => item(site, mix)).join('')}</channel></rss>\n`
    return new Response(body, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
  })

function item(site: SiteRequest, mix: RecentMix): string {
  const link = escapeHtml(site.origin + hrefOf(site, `/mixes/${mix.slug}`))
  const picture = mix.artwork ? `<p><img src="${site.origin}/media/${mix.artwork.id}?w=640" alt=""></p>` : ''
  const words = paragraphs(localize(mix.description, site.ctx.locale, site.ctx.tenant.locale))
  const category = mix.genre ? `<category>${escapeHtml(mix.genre)}</category>` : ''
  // The id stays when the mix is renamed, so that readers don't show it twice.
  return `<item><title>${escapeHtml(mix.title)}</title><link>${link}</link><guid isPermaLink="false">${mix.id}</guid><pubDate>${mix.publishedAt.toUTCString()}</pubDate>${category}<description>${escapeHtml(picture + words)}</description></item>`
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { listSiteAddresses, type SiteAddress } from '@residency/domain/site'
import { openResource } from '@residency/edge/routes'
import { type SiteRequest, siteOf } from '../../shape/site-request.ts'
import { escapeHtml } from '../../shape/text.ts'

const folders: Record<SiteAddress['kind'], string> = { mix: 'mixes', event: 'events', page: 'pages', legal: 'legal' }

/** Every public page once a language, each naming its translations. Source: sitemaps.org and the hreflang extension. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone' }, async ({ scope, ctx }) => {
    const site = siteOf(scope)
    const { frame } = site
    const fixed = [
      '/',
      '/mixes',
      ...(frame.hasEvents ? ['/events'] : []),
      ...(frame.hasFanClub ? ['/fan-club'] : []),
      ...(frame.hasAbout ? ['/about'] : []),
      '/links',
    ]
    const named = (await listSiteAddresses(ctx)).map(({ kind, slug, changedAt }) => ({ path: `/${folders[kind]}/${slug}`, changedAt }))
    const entries = [...fixed.map((path) => ({ path, changedAt: null })), ...named].flatMap(({ path, changedAt }) =>
      entry(site, path, changedAt),
    )
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
    return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
  })

function entry(site: SiteRequest, path: string, changedAt: Date | null): string[] {
  const { locales } = site.frame
  const address = (locale: (typeof locales)[number]): string => escapeHtml(site.origin + site.pathIn(locale, path))
  const link = (hreflang: string, href: string): string => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`
  const own = site.ctx.tenant.locale
  const alternates =
    locales.length > 1 ? [...locales.map((locale) => link(locale, address(locale))), link('x-default', address(own))].join('') : ''
  const changed = changedAt ? `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>` : ''
  return locales.map((locale) => `<url><loc>${address(locale)}</loc>${changed}${alternates}</url>`)
}

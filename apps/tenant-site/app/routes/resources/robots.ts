import type { LoaderFunctionArgs } from '@remix-run/node'
import { openResource } from '@residency/edge/routes'
import { siteOf } from '../../shape/site-request.ts'

/** One person's pages and answers for programs: nothing a search engine could show. */
const closed = ['/account', '/studio', '/sign-in', '/sign-up', '/preview', '/preferences', '/api', '/webhooks']

export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone' }, async ({ scope }) => {
    const site = siteOf(scope)
    const prefixes = ['', ...site.frame.locales.filter((locale) => locale !== site.ctx.tenant.locale).map((locale) => `/${locale}`)]
    const rules = prefixes.flatMap((prefix) => closed.map((path) => `Disallow: ${prefix}${path}`))
    const body = ['User-agent: *', 'Allow: /', ...rules, '', `Sitemap: ${site.origin}/sitemap.xml`, ''].join('\n')
    return new Response(body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  })

import type { SiteRequest } from './site-request.ts'

/** A page of the site in the language being read. */
export const hrefOf = (site: SiteRequest, path: string): string => site.pathIn(site.ctx.locale, path)

/** An address the DJ wrote: their own paths get the reader's language, others stay as they are. */
export const authoredHref = (site: SiteRequest, href: string): string => (href.startsWith('/') ? hrefOf(site, href) : href)

import { isStudio } from './is-studio.ts'

/** Addresses that are files or answers, not pages: the browser goes there itself. */
const notPages =
  /^\/(listen|stream|downloads|embed|feeds|media|og|icons|api|oembed|podcast|podcast\.xml|feed\.xml|sitemap\.xml|robots\.txt|manifest\.webmanifest|webhooks|preferences)(\/|$)/

/** The page that a link leads to within this side of the site, or null when the browser should follow it as ever. */
export function ownPage(link: HTMLAnchorElement | null): URL | null {
  if (!link?.href || link.hasAttribute('download') || (link.target && link.target !== '_self') || link.dataset.reload !== undefined)
    return null
  const url = new URL(link.href)
  if (url.origin !== location.origin || notPages.test(url.pathname)) return null
  if (isStudio(url.pathname) !== isStudio(location.pathname)) return null
  // A change of language changes the document's own texts; while something plays they change within it, so that it plays on.
  if (link.hreflang && link.hreflang !== document.documentElement.lang && !document.documentElement.dataset.player) return null
  if (url.pathname === location.pathname && url.search === location.search && url.hash) return null
  return url
}

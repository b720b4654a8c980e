import { isLocale, type Locale } from '@residency/config'

/** What a path says of its language. */
export interface PathLanguage {
  locale: Locale
  /** The path without its language, with a slash in front: what the same page is called at the root. */
  path: string
  /** The language stands in the path. */
  prefixed: boolean
}

/** The page a `.data` request belongs to: `/mixes.data` → `/mixes`, `/_root.data` → `/`. */
export function pagePath(pathname: string): string {
  if (!pathname.endsWith('.data')) return pathname
  const page = pathname.slice(0, -'.data'.length)
  return page === '/_root' ? '/' : page
}

export function pathLanguage(pathname: string, own: Locale): PathLanguage {
  const page = pagePath(pathname)
  const slash = page.indexOf('/', 1)
  const first = page.slice(1, slash < 0 ? undefined : slash)
  if (!isLocale(first)) return { locale: own, path: page, prefixed: false }
  return { locale: first, path: slash < 0 ? '/' : page.slice(slash), prefixed: true }
}

/** A page's path in a language: the tenant's own language has none in its path. */
export function pathIn(locale: Locale, own: Locale, path: string): string {
  if (locale === own) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

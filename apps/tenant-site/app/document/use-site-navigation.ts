import { useLocation, useNavigate, useNavigation } from '@remix-run/react'
import type { SiteRuntime } from '@residency/ui/site'
import { useEffect, useMemo, useRef } from 'react'
import { isStudio } from './is-studio.ts'

/** Addresses that are files or answers, not pages: the browser goes there itself. */
const notPages = /^\/(media|og|icons|api|feed\.xml|sitemap\.xml|robots\.txt|manifest\.webmanifest|webhooks|preferences)(\/|$)/

/** The link a click goes to within this side of the site, or null when the browser should follow it as ever. */
function ownPage(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.hasAttribute('download') || (link.target && link.target !== '_self') || link.dataset.reload !== undefined)
    return null
  const url = new URL(link.href)
  if (url.origin !== location.origin || notPages.test(url.pathname)) return null
  if (isStudio(url.pathname) !== isStudio(location.pathname)) return null
  // A change of language changes the document's own texts.
  if (link.hreflang && link.hreflang !== document.documentElement.lang) return null
  if (url.pathname === location.pathname && url.search === location.search && url.hash) return null
  return url
}

/** Plain links become navigations that keep the document (and, later, what plays in it). Without scripts they are just links. */
export function useSiteNavigation(): SiteRuntime {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const pending = useNavigation().state !== 'idle'

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const url = ownPage(event)
      if (!url) return
      event.preventDefault()
      navigate(url.pathname + url.search + url.hash)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [navigate])

  // A new page is announced by moving to its beginning, as a new document would be.
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])

  return useMemo(
    () => ({ navigate: (href, options) => navigate(href, options), pending, path: pathname + search }),
    [navigate, pending, pathname, search],
  )
}

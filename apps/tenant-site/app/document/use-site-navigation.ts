import { useLocation, useNavigate, useNavigation } from '@remix-run/react'
import type { SiteRuntime } from '@residency/ui/site'
import { useEffect, useMemo, useRef } from 'react'
import { ownPage } from './own-page.ts'

/** The page that a click goes to, or null: a click with a key held down is the browser's. */
function clickedPage(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  return ownPage(event.target instanceof Element ? event.target.closest('a') : null)
}

/** Plain links become navigations that keep the document (and, later, what plays in it). Without scripts they are just links. */
export function useSiteNavigation(): SiteRuntime {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const pending = useNavigation().state !== 'idle'

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const url = clickedPage(event)
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

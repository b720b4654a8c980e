import { useEffect, useState } from 'react'
import { ownPage } from './own-page.ts'

/** A pointer that rests this long on a link means it. */
const restMs = 70

const linkOf = (event: Event): HTMLAnchorElement | null => (event.target instanceof Element ? event.target.closest('a') : null)
const savesData = (): boolean => (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

/** More links than this on a page are looked up when they are followed. */
const mostLinks = 60

/**
 * Learns the routes behind this page's links before anybody asks (Remix looks for `data-discover`), and says which page somebody is about to open,
 * so that its code and data are on their way when they do. Null: nobody is, or they save data.
 */
export function useLookAhead(pathname: string): string | null {
  const [ahead, setAhead] = useState<string | null>(null)

  useEffect(() => {
    const links = [...document.querySelectorAll('a')].filter((link) => {
      const url = ownPage(link)
      return url !== null && url.pathname !== pathname
    })
    for (const link of links.slice(0, mostLinks)) link.setAttribute('data-discover', 'true')
    setAhead(null)
  }, [pathname])

  useEffect(() => {
    if (savesData()) return
    let resting: ReturnType<typeof setTimeout> | undefined
    const look = (event: Event) => {
      clearTimeout(resting)
      const url = ownPage(linkOf(event))
      if (url) resting = setTimeout(() => setAhead(url.pathname + url.search), event.type === 'pointerover' ? restMs : 0)
    }
    const names = ['pointerover', 'focusin', 'touchstart'] as const
    for (const name of names) document.addEventListener(name, look, { passive: true })
    return () => {
      clearTimeout(resting)
      for (const name of names) document.removeEventListener(name, look)
    }
  }, [])

  return ahead
}

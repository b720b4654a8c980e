import { httpApi } from '../api/http-api.ts'
import type { Player } from '../player.ts'
import { liveWaves } from '../wave/live-wave.ts'
import { mixFacts } from './facts.ts'

let time: ((mixId: string | null, ms: number) => void) | null = null

/** The waveforms of the page, before and after the player itself is there. */
export function pageWaves(load: () => Promise<Player>, link: () => string | null): { refresh: () => void } {
  const api = httpApi({ language: () => document.documentElement.lang, signedIn: false })
  const waves = liveWaves({
    facts: (mixId) => mixFacts(mixId, link(), (id, secret) => api.playable(id, secret)),
    seek: (mixId, ms) => {
      const place = document.querySelector<HTMLElement>(`.wave[data-mix="${mixId}"]`)
      const button = place?.querySelector<HTMLAnchorElement>('.play-main')
      const href = button ? new URL(button.href).pathname : ''
      void load().then(({ press }) => press({ mixId, title: button?.dataset.title ?? '', href, link: link() }, { play: ms }))
    },
  })
  time = waves.setTime
  return waves
}

/** The player tells the page's waveforms where it is. */
export const tellWaves = (mixId: string | null, ms: number): void => time?.(mixId, ms)

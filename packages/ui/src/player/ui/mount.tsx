import { isLocale } from '@residency/i18n'
import { createBrowserI18n } from '@residency/i18n/browser'
import { I18nProvider } from '@residency/i18n/react'
import { createRoot } from 'react-dom/client'
import type { PlayerEngine } from '../engine/engine.ts'
import { Store } from '../engine/store.ts'
import type { SoundRoom } from '../sound/sound-room.ts'
import { PlayerProvider } from './hooks.ts'
import { PlayerView } from './player-view.tsx'
import type { Opened } from './view-state.ts'

/**
 * The player's own tree, in an element of its own: it is put into `#player` of whatever shell is shown, and into the next one when a navigation
 * draws the shell anew. Nothing of it is drawn again for that.
 */
export function mountPlayer(engine: PlayerEngine, sound: SoundRoom): { open: (what: 'keys') => void } {
  const host = document.createElement('div')
  host.className = 'pl-host'
  const view = new Store<Opened>({ open: null })
  const root = createRoot(host)
  let language = ''

  const settle = (): void => {
    const place = document.getElementById('player')
    if (place && host.parentElement !== place) place.append(host)
    if (document.documentElement.lang !== language) void draw()
  }
  const draw = async (): Promise<void> => {
    const wanted = document.documentElement.lang
    language = wanted
    const i18n = await createBrowserI18n(isLocale(wanted) ? wanted : 'en', ['player'])
    if (language !== wanted) return
    root.render(
      <I18nProvider i18n={i18n}>
        <PlayerProvider value={{ engine, sound }}>
          <PlayerView view={view} />
        </PlayerProvider>
      </I18nProvider>,
    )
  }
  const showState = (): void => {
    const { status, problem, elsewhere } = engine.state
    const { dataset } = document.documentElement
    const shown = status !== 'idle' || elsewhere !== null
    dataset.player = shown ? (problem || elsewhere ? 'noted' : 'shown') : ''
  }
  engine.store.subscribe(showState)
  showState()
  settle()
  new MutationObserver(settle).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['lang'],
  })
  return { open: (what) => view.set({ open: what }) }
}

import type { PresetName } from '@residency/brand'
import type { ComponentType, ReactNode } from 'react'
import type { EventsView, EventView, HomeView, LinksView, MixesView, MixView, PageView, SiteView } from '../site/views.ts'

type View<T> = ComponentType<{ site: SiteView; view: T }>

/**
 * A theme: layout, type and rhythm for the whole fan site. It draws views and knows nothing else.
 * `Shell` holds skip link, header, navigation, announcement, `main#main`, footer with languages, legal links and mode switch,
 * and a place for the player (`#player`, empty until something plays).
 * `Panel` frames forms and short texts: sign-in, account, errors, 404, 500, suspended.
 */
export interface Preset {
  name: PresetName
  Shell: ComponentType<{ site: SiteView; children: ReactNode }>
  Home: View<HomeView>
  Mixes: View<MixesView>
  /** `after`: what fans say of it, drawn by the app; it stands below the tracklist. */
  Mix: ComponentType<{ site: SiteView; view: MixView; after?: ReactNode }>
  Events: View<EventsView>
  Event: View<EventView>
  Links: View<LinksView>
  Page: View<PageView>
  Panel: ComponentType<{ site: SiteView; title: string; intro?: string; wide?: boolean; children: ReactNode }>
}

import type { Store } from '../engine/store.ts'

export type Tab = 'tracks' | 'queue' | 'sound' | 'settings'
/** What of the player is open above the page. */
export interface Opened {
  open: Tab | 'keys' | null
}
export type ViewStore = Store<Opened>

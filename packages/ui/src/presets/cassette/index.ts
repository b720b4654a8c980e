import type { Preset } from '../contract.ts'
import { Event, Events } from './events.tsx'
import { Home } from './home.tsx'
import { Mix, Mixes } from './mixes.tsx'
import { Links, Page, Panel } from './pages.tsx'
import { Shell } from './shell.tsx'

/** Three inks on warm paper: inlay cards, spines in a rack, tickets, stickers, and keys that go down when pressed. */
export const cassette: Preset = { name: 'cassette', Shell, Home, Mixes, Mix, Events, Event, Links, Page, Panel }

import type { Preset } from '../contract.ts'
import { Event, Events } from './events.tsx'
import { Home } from './home.tsx'
import { Links } from './links.tsx'
import { Mix } from './mix.tsx'
import { Mixes } from './mixes.tsx'
import { Page } from './page.tsx'
import { Panel } from './panel.tsx'
import { Shell } from './shell.tsx'

/** A flyer at six in the morning: two papers, one burning ink, the widest and heaviest type there is, times in a monospace. */
export const warehouse: Preset = { name: 'warehouse', Shell, Home, Mixes, Mix, Events, Event, Links, Page, Panel }

import type { Preset } from '../contract.ts'
import { Event, Events } from './events.tsx'
import { Home } from './home.tsx'
import { Mix, Mixes } from './mixes.tsx'
import { Links, Page, Panel } from './pages.tsx'
import { Shell } from './shell.tsx'

/** Ink and lamplight: one column, pictures from edge to edge that fade into the ground, a book's margins. */
export const nocturne: Preset = { name: 'nocturne', Shell, Home, Mixes, Mix, Events, Event, Links, Page, Panel }

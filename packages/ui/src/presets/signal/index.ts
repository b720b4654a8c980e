import type { Preset } from '../contract.ts'
import { Event, Events } from './events.tsx'
import { Home } from './home.tsx'
import { Links } from './links.tsx'
import { Mix } from './mix.tsx'
import { Mixes } from './mixes.tsx'
import { Page, Panel } from './page.tsx'
import { Shell } from './shell.tsx'

export const signal: Preset = { name: 'signal', Shell, Home, Mixes, Mix, Events, Event, Links, Page, Panel }

import type { PresetName } from '@residency/brand'
import { cassette } from './cassette/index.ts'
import type { Preset } from './contract.ts'
import { daylight } from './daylight/index.ts'
import { nocturne } from './nocturne/index.ts'
import { signal } from './signal/index.ts'
import { warehouse } from './warehouse/index.ts'

/** All presets at once, for rendering on the server. A browser must never import this. */
export const allPresets: Record<PresetName, Preset> = { warehouse, nocturne, daylight, cassette, signal }

import type { PresetName } from '@residency/brand'
import type { Preset } from './contract.ts'

export { PresetProvider, usePreset } from './context.tsx'
export type { Preset } from './contract.ts'

const loaders: Record<PresetName, () => Promise<Preset>> = {
  warehouse: () => import('./warehouse/index.ts').then((module) => module.warehouse),
  nocturne: () => import('./nocturne/index.ts').then((module) => module.nocturne),
  daylight: () => import('./daylight/index.ts').then((module) => module.daylight),
  cassette: () => import('./cassette/index.ts').then((module) => module.cassette),
  signal: () => import('./signal/index.ts').then((module) => module.signal),
}

/** The code of one preset. A browser downloads only its own site's; await it before hydrating. */
export const loadPreset = (name: PresetName): Promise<Preset> => loaders[name]()

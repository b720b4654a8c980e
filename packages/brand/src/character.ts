import type { BodyFamily, DisplayFamily, MonoFamily } from './families.ts'
import type { PresetName } from './preset-names.ts'
import type { BrandColours, BrandRecord } from './schema.ts'

/** What a preset brings along where the DJ has not chosen. */
export interface PresetCharacter {
  display: DisplayFamily
  /** What its titles are set in: the file that has this weight comes first. */
  displayWeight: number
  body: BodyFamily
  /** null: figures are set in the body family, tabular. */
  mono: MonoFamily | null
  mode: BrandRecord['mode']
  colours: BrandColours
  radius: number
  /** Ratio between two steps of the type scale at 390 and at 1440 pixels. */
  ratio: { narrow: number; wide: number }
  /** Body size in rem at 390 and at 1440 pixels. */
  base: { narrow: number; wide: number }
}

export const characters: Record<PresetName, PresetCharacter> = {
  warehouse: {
    display: 'archivo',
    displayWeight: 900,
    body: 'archivo',
    mono: 'chivo-mono',
    mode: 'dark',
    colours: {
      accent: '#ff4512',
      second: '#d8d0bc',
      ground: { dark: '#0e0d0c', light: '#e8e2d4' },
      ink: { dark: '#f0ebdd', light: '#0e0d0c' },
    },
    radius: 0,
    ratio: { narrow: 1.235, wide: 1.4 },
    base: { narrow: 1, wide: 1.0625 },
  },
  nocturne: {
    display: 'newsreader',
    displayWeight: 310,
    body: 'hanken-grotesk',
    mono: null,
    mode: 'dark',
    colours: {
      accent: '#e3b778',
      second: '#7d97c4',
      ground: { dark: '#080c16', light: '#e9ebef' },
      ink: { dark: '#dde2ea', light: '#0d1424' },
    },
    radius: 2,
    ratio: { narrow: 1.24, wide: 1.36 },
    base: { narrow: 1.0625, wide: 1.125 },
  },
  daylight: {
    display: 'schibsted-grotesk',
    displayWeight: 440,
    body: 'schibsted-grotesk',
    mono: null,
    mode: 'light',
    colours: {
      accent: '#c8102e',
      second: '#5b6168',
      ground: { dark: '#111213', light: '#ffffff' },
      ink: { dark: '#f2f2f0', light: '#0d0d0d' },
    },
    radius: 0,
    ratio: { narrow: 1.2, wide: 1.3 },
    base: { narrow: 1, wide: 1 },
  },
  cassette: {
    display: 'bricolage-grotesque',
    displayWeight: 800,
    body: 'bricolage-grotesque',
    mono: 'dm-mono',
    mode: 'light',
    colours: {
      accent: '#d5402a',
      second: '#1d6a66',
      ground: { dark: '#211915', light: '#f4ead8' },
      ink: { dark: '#f6ead6', light: '#2a1d17' },
    },
    radius: 16,
    ratio: { narrow: 1.22, wide: 1.32 },
    base: { narrow: 1.0625, wide: 1.0625 },
  },
  signal: {
    display: 'big-shoulders-display',
    displayWeight: 900,
    body: 'hanken-grotesk',
    mono: null,
    mode: 'dark',
    colours: {
      accent: '#dcff1e',
      second: '#1f35ff',
      ground: { dark: '#09090b', light: '#f3f3ee' },
      ink: { dark: '#ffffff', light: '#09090b' },
    },
    radius: 0,
    ratio: { narrow: 1.3, wide: 1.52 },
    base: { narrow: 1, wide: 1.0625 },
  },
}

/** A complete record for a preset, as a new tenant gets it. */
export function defaultBrand(preset: PresetName, name = 'DJ'): BrandRecord {
  const character = characters[preset]
  return {
    name,
    tagline: {},
    preset,
    mode: character.mode,
    colours: structuredClone(character.colours),
    type: { display: 'preset', body: 'preset' },
    typeScale: 'regular',
    radius: 'preset',
    density: 'regular',
    imagery: { treatment: 'preset', strength: 1 },
    logoId: null,
    coverId: null,
    iconId: null,
    sections: ['latest', 'mixes', 'events', 'about', 'links'],
    announcement: null,
  }
}

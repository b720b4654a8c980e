import { type BrandRecord, type Mode, resolveTokens } from '@residency/brand'

export interface ThemeColour {
  /** null: whatever the device prefers. */
  media: string | null
  colour: string
}

const known = new WeakMap<BrandRecord, Record<Mode, string>>()

function grounds(brand: BrandRecord): Record<Mode, string> {
  let both = known.get(brand)
  if (!both) {
    const ground = (mode: Mode) => resolveTokens(brand, mode).tokens['--ground'] ?? '#000000'
    both = { dark: ground('dark'), light: ground('light') }
    known.set(brand, both)
  }
  return both
}

/** The colour a phone gives its own bars around the page, in the mode that is shown. */
export function themeColours(brand: BrandRecord, chosen: BrandRecord['mode'] | null): ThemeColour[] {
  const mode = chosen ?? brand.mode
  const { dark, light } = grounds(brand)
  if (mode !== 'auto') return [{ media: null, colour: mode === 'dark' ? dark : light }]
  return [
    { media: '(prefers-color-scheme: light)', colour: light },
    { media: '(prefers-color-scheme: dark)', colour: dark },
  ]
}

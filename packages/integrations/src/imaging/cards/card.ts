import { type BrandRecord, chosenFamilies, type FamilyId, type Mode, resolveTokens } from '@residency/brand'

/** What a card (the picture shown where a link is shared) says. Texts are already in the reader's language. */
export interface CardContent {
  /** Of the mix, the event, or the page. */
  title: string
  /** Two or three short facts: genre, length, date. */
  facts: readonly string[]
  /** Number in the catalogue, where there is one. */
  number?: number | null
  /** The picture's bytes and what must stay in sight. */
  artwork?: { bytes: Uint8Array; focal?: { x: number; y: number } } | null
}

export const cardWidth = 1200
export const cardHeight = 630

export interface CardColours {
  ground: string
  ground2: string
  ink: string
  ink2: string
  rule: string
  accent: string
  accentInk: string
  accentText: string
  second: string
  secondInk: string
}

/** What a manner draws with. */
export interface CardDesign {
  name: string
  content: CardContent
  colours: CardColours
  display: FamilyId
  body: FamilyId
  mono: FamilyId
  mode: Mode
  /** Pixels of the artwork, cut to a shape; a pattern of the brand's own where there is none. */
  pixels(width: number, height: number): Promise<Pixels>
}

/** Grey and colour of a picture, row by row. */
export interface Pixels {
  width: number
  height: number
  /** Three bytes a pixel. */
  rgb: Uint8Array
  /** One byte a pixel, stretched to the whole range. */
  grey: Uint8Array
}

/** Draws the inside of an SVG of 1200 × 630. */
export type CardManner = (design: CardDesign) => Promise<string>

export function cardColours(brand: Pick<BrandRecord, 'colours' | 'preset'>, mode: Mode): CardColours {
  const { tokens } = resolveTokens(brand, mode)
  const token = (name: `--${string}`): string => tokens[name] ?? '#808080'
  return {
    ground: token('--ground'),
    ground2: token('--ground-2'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    rule: token('--rule-strong'),
    accent: token('--accent'),
    accentInk: token('--accent-ink'),
    accentText: token('--accent-text'),
    second: token('--second'),
    secondInk: token('--second-ink'),
  }
}

export function cardFamilies(brand: BrandRecord): { display: FamilyId; body: FamilyId; mono: FamilyId } {
  const { display, body, mono } = chosenFamilies(brand)
  return { display, body, mono: mono ?? body }
}

export const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`

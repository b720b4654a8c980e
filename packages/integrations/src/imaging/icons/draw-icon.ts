import { type BrandRecord, characters, type PresetName } from '@residency/brand'
import { renderAsync } from '@resvg/resvg-js'
import sharp from 'sharp'
import { cardColours, cardFamilies, rect } from '../cards/card.ts'
import { openImage } from '../open-image.ts'
import type { RenderedImage } from '../render-image.ts'
import { inTurn } from '../turns.ts'
import { fitText } from '../type/fit-text.ts'
import { openType } from '../type/typeface.ts'
import { initialsOf } from './initials.ts'

export type IconPurpose =
  /** Manifest, tab: drawn to the edge. */
  | 'any'
  /** Manifest: launchers cut it to a circle or a drop; what matters lies within 80 %. */
  | 'maskable'
  /** iOS: fills a rounded square with black where it is transparent, so that it must not be. */
  | 'apple'

/** Share of the icon that a logo may take. */
const room: Record<IconPurpose, number> = { any: 0.84, maskable: 0.56, apple: 0.72 }

const axes: Record<PresetName, { wght: number; wdth?: number }> = {
  warehouse: { wght: 900, wdth: 125 },
  nocturne: { wght: 400 },
  daylight: { wght: 700 },
  cassette: { wght: 800 },
  signal: { wght: 900 },
}

/** Icons are drawn at this size and then reduced. */
const canvas = 512

async function initials(brand: BrandRecord, purpose: IconPurpose): Promise<Buffer> {
  const mode = characters[brand.preset].mode === 'light' ? 'light' : 'dark'
  const colours = cardColours(brand, mode)
  const { display } = cardFamilies(brand)
  const face = await openType({ family: display, axes: axes[brand.preset] })
  const space = purpose === 'maskable' ? 0.5 : 0.66
  const letters = face.settable(initialsOf(brand.name)) || '•'
  const fitted = fitText(face, letters, {
    width: canvas * space,
    height: canvas * space,
    maxSize: 480,
    minSize: 40,
    leading: 1,
    maxLines: 1,
  })
  const [line] = fitted.lines
  const ink = line ? line.inkRight - line.inkLeft : 0
  const radius = purpose === 'any' && characters[brand.preset].radius >= 16 ? canvas * 0.22 : 0
  const left = (canvas - ink) / 2 - (line?.inkLeft ?? 0)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${canvas}" height="${canvas}">${rect(0, 0, canvas, canvas, colours.accent, radius)}
    <path transform="translate(${left} ${(canvas + fitted.height) / 2})" fill="${colours.accentInk}" d="${line?.d ?? ''}"/></svg>`
  return (await renderAsync(svg, { font: { loadSystemFonts: false } })).asPng()
}

async function ofLogo(brand: BrandRecord, logo: Uint8Array, purpose: IconPurpose): Promise<Buffer> {
  const { image } = openImage(logo)
  const { autoOrient, hasAlpha } = await image.metadata()
  const square = autoOrient.width === autoOrient.height
  const mode = characters[brand.preset].mode === 'light' ? 'light' : 'dark'
  const background = cardColours(brand, mode).ground
  // A square picture without transparency is an icon already.
  const share = square && !hasAlpha && purpose !== 'maskable' ? 1 : room[purpose]
  const size = Math.round(canvas * share)
  const drawn = await image
    .trim({ threshold: 4 })
    .resize(size, size, { fit: 'inside' })
    .png()
    .toBuffer()
    .catch(() => image.clone().resize(size, size, { fit: 'inside' }).png().toBuffer())
  return sharp({ create: { width: canvas, height: canvas, channels: 3, background } })
    .composite([{ input: drawn, gravity: 'centre' }])
    .png()
    .toBuffer()
}

/** A tenant's icon as a PNG: from its logo, or from its initials in the brand's type and colours. */
export function drawIcon(
  tenantId: string,
  brand: BrandRecord,
  options: { size: number; purpose: IconPurpose; logo?: Uint8Array | null },
): Promise<RenderedImage> {
  return inTurn(tenantId, async () => {
    const { size, purpose, logo } = options
    const large = (logo && (await ofLogo(brand, logo, purpose).catch(() => null))) ?? (await initials(brand, purpose))
    const bytes = await sharp(large).resize(size, size).png({ compressionLevel: 9 }).toBuffer()
    return { bytes, contentType: 'image/png', width: size, height: size }
  })
}

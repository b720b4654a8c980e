import { type BrandRecord, characters, type PresetName } from '@residency/brand'
import { renderAsync } from '@resvg/resvg-js'
import sharp from 'sharp'
import type { RenderedImage } from '../render-image.ts'
import { inTurn } from '../turns.ts'
import { type CardContent, type CardManner, cardColours, cardFamilies, cardHeight, cardWidth } from './card.ts'
import { cassette } from './cassette.ts'
import { daylight } from './daylight.ts'
import { nocturne } from './nocturne.ts'
import { pixelsOf } from './pixels.ts'
import { signal } from './signal.ts'
import { warehouse } from './warehouse.ts'

const manners: Record<PresetName, CardManner> = { warehouse, nocturne, daylight, cassette, signal }

/** The picture shown where a link is shared (Open Graph, 1200 × 630), as a JPEG: drawn in the manner of the tenant's preset. */
export function drawCard(tenantId: string, brand: BrandRecord, content: CardContent): Promise<RenderedImage> {
  return inTurn(tenantId, async () => {
    const mode = brand.mode === 'auto' ? (characters[brand.preset].mode === 'light' ? 'light' : 'dark') : brand.mode
    const colours = cardColours(brand, mode)
    const inside = await manners[brand.preset]({
      name: brand.name,
      content,
      colours,
      mode,
      ...cardFamilies(brand),
      pixels: pixelsOf(content, colours),
    })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}" viewBox="0 0 ${cardWidth} ${cardHeight}">${inside}</svg>`
    const drawn = await renderAsync(svg, { font: { loadSystemFonts: false } })
    const bytes = await sharp(drawn.asPng())
      .flatten({ background: colours.ground })
      .jpeg({ quality: 84, chromaSubsampling: '4:4:4', mozjpeg: true })
      .toBuffer()
    return { bytes, contentType: 'image/jpeg', width: cardWidth, height: cardHeight }
  })
}

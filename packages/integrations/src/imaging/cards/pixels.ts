import { createHash } from 'node:crypto'
import { renderAsync } from '@resvg/resvg-js'
import sharp, { type Sharp } from 'sharp'
import { openImage } from '../open-image.ts'
import { cropAround } from '../render-image.ts'
import type { CardColours, CardContent, Pixels } from './card.ts'

/** Brings the middle of a dark or a pale picture to middle grey: in two inks the one would drown and the other vanish. */
function evened(grey: Buffer): Buffer {
  const mean = grey.reduce((sum, value) => sum + value, 0) / Math.max(1, grey.length) / 255
  const gamma = Math.min(2, Math.max(0.45, Math.log(0.46) / Math.log(Math.min(0.98, Math.max(0.02, mean)))))
  const table = Uint8Array.from({ length: 256 }, (_, value) => 255 * (value / 255) ** gamma)
  return Buffer.from(grey.map((value) => table[value] ?? value))
}

async function measured(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.flatten({ background: '#000000' }).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const grey = await sharp(data, { raw: info }).greyscale().normalise({ lower: 2, upper: 98 }).toColourspace('b-w').raw().toBuffer()
  return { width: info.width, height: info.height, rgb: data, grey: evened(grey) }
}

async function ofPicture(artwork: NonNullable<CardContent['artwork']>, width: number, height: number): Promise<Pixels> {
  const { image } = openImage(artwork.bytes)
  const { autoOrient } = await image.metadata()
  return measured(
    image.extract(cropAround(autoOrient, { width, height }, artwork.focal ?? { x: 0.5, y: 0.5 })).resize(width, height, { fit: 'fill' }),
  )
}

/** Where there is no picture: two sets of rings that beat against each other, placed by the title, so that no two are alike. */
async function ofPattern(title: string, colours: CardColours, width: number, height: number): Promise<Pixels> {
  const bytes = createHash('sha256').update(title).digest()
  const part = (index: number) => (bytes[index] ?? 0) / 255
  const rings = (cx: number, cy: number, gap: number, ink: string) =>
    Array.from(
      { length: Math.ceil((width + height) / gap) },
      (_, ring) => `<circle cx="${cx}" cy="${cy}" r="${(ring + 1) * gap}" fill="none" stroke="${ink}" stroke-width="${gap / 2}"/>`,
    ).join('')
  const gap = 14 + part(0) * 10
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colours.ground2}"/>
    ${rings(width * (0.3 + part(1) * 0.4), height * (0.3 + part(2) * 0.4), gap, colours.accent)}
    <g style="mix-blend-mode:difference">${rings(width * (0.2 + part(3) * 0.6), height * (0.2 + part(4) * 0.6), gap * (1.04 + part(5) * 0.1), colours.ink)}</g></svg>`
  return measured(sharp((await renderAsync(svg, { font: { loadSystemFonts: false } })).asPng()))
}

/** The pixels a manner asks for; a picture that can't be opened is no reason to share a link without one. */
export function pixelsOf(content: CardContent, colours: CardColours): (width: number, height: number) => Promise<Pixels> {
  return async (width, height) => {
    const picture = content.artwork && (await ofPicture(content.artwork, width, height).catch(() => null))
    return picture || ofPattern(content.title, colours, width, height)
  }
}

import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { openImage } from '../open-image.ts'
import { cropAround } from '../render-image.ts'
import type { CardColours, CardContent, Pixels } from './card.ts'
import { rgbOf } from './print.ts'

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

/** Hard-edged rings, softened over about a pixel so that they do not crawl. */
const ring = (distance: number, gap: number): number => Math.min(1, Math.max(0, 0.5 + (Math.sin((2 * Math.PI * distance) / gap) * gap) / 7))

/** Where there is no picture: two sets of rings that beat against each other, placed by the title, so that no two are alike. */
async function ofPattern(title: string, colours: CardColours, width: number, height: number): Promise<Pixels> {
  const bytes = createHash('sha256').update(title).digest()
  const part = (index: number) => (bytes[index] ?? 0) / 255
  const gap = 14 + part(0) * 10
  const first = { x: width * (0.3 + part(1) * 0.4), y: height * (0.3 + part(2) * 0.4), gap }
  const second = { x: width * (0.2 + part(3) * 0.6), y: height * (0.2 + part(4) * 0.6), gap: gap * (1.04 + part(5) * 0.1) }
  const [ground, accent, ink] = [rgbOf(colours.ground2), rgbOf(colours.accent), rgbOf(colours.ink)]
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const a = ring(Math.hypot(x - first.x, y - first.y), first.gap)
      const b = ring(Math.hypot(x - second.x, y - second.y), second.gap)
      for (let channel = 0; channel < 3; channel += 1, at += 1) {
        const below = (ground[channel] ?? 0) + ((accent[channel] ?? 0) - (ground[channel] ?? 0)) * a
        // The second set takes the difference to the ink: where both meet, a third colour appears.
        rgb[at] = below + (Math.abs(below - (ink[channel] ?? 0)) - below) * b
      }
    }
  }
  return measured(sharp(rgb, { raw: { width, height, channels: 3 } }))
}

/** The pixels a manner asks for; a picture that can't be opened is no reason to share a link without one. */
export function pixelsOf(content: CardContent, colours: CardColours): (width: number, height: number) => Promise<Pixels> {
  return async (width, height) => {
    const picture = content.artwork && (await ofPicture(content.artwork, width, height).catch(() => null))
    return picture || ofPattern(content.title, colours, width, height)
  }
}

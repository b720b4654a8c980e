import sharp from 'sharp'
import type { Pixels } from './card.ts'

type Rgb = readonly [number, number, number]

export const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb

const dataUri = async (rgb: Uint8Array, width: number, height: number): Promise<string> =>
  `data:image/png;base64,${(
    await sharp(rgb, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer()
  ).toString('base64')}`

export const image = (uri: string, x: number, y: number, width: number, height: number, more = ''): string =>
  `<image href="${uri}" x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" ${more}/>`

/** The picture as it is. */
export const fullColour = ({ rgb, width, height }: Pixels): Promise<string> => dataUri(rgb, width, height)

/** Shadows in one colour, lights in another. */
export function duotone({ grey, width, height }: Pixels, dark: string, light: string): Promise<string> {
  const [from, to] = [rgbOf(dark), rgbOf(light)]
  const out = new Uint8Array(width * height * 3)
  for (let at = 0; at < grey.length; at += 1) {
    const share = (grey[at] ?? 0) / 255
    for (let channel = 0; channel < 3; channel += 1)
      out[at * 3 + channel] = (from[channel] ?? 0) + ((to[channel] ?? 0) - (from[channel] ?? 0)) * share
  }
  return dataUri(out, width, height)
}

/** Two inks upon paper, the second a few pixels out of register, as a cheap press prints. */
export function misregistered(
  { grey, width, height }: Pixels,
  paper: string,
  first: string,
  second: string,
  shift: number,
): Promise<string> {
  const [ground, a, b] = [rgbOf(paper), rgbOf(first), rgbOf(second)]
  const out = new Uint8Array(width * height * 3)
  const at = (x: number, y: number) =>
    1 - (grey[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0) / 255
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // The first ink takes the shadows, the second everything that is not quite paper.
      const deep = Math.min(1, Math.max(0, (at(x, y) - 0.42) * 2.4))
      const light = Math.min(1, Math.max(0, (at(x - shift, y + shift) - 0.12) * 1.5))
      for (let channel = 0; channel < 3; channel += 1) {
        const paperPart = (ground[channel] ?? 0) / 255
        const inkA = 1 - deep * (1 - (a[channel] ?? 0) / 255)
        const inkB = 1 - light * (1 - (b[channel] ?? 0) / 255)
        out[(y * width + x) * 3 + channel] = 255 * paperPart * inkA * inkB
      }
    }
  }
  return dataUri(out, width, height)
}

/**
 * Coarse dots on a grid turned by 30°, their area following the picture's light (on a dark ground) or shadow (on a light one).
 * @param pitch distance of two dots
 */
export function halftone({ grey, width, height }: Pixels, x: number, y: number, pitch: number, colour: string, onDark: boolean): string {
  const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)]
  const reach = Math.ceil(Math.hypot(width, height) / pitch / 2) + 1
  const dots: string[] = []
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      const px = width / 2 + (column * cos - row * sin) * pitch
      const py = height / 2 + (column * sin + row * cos) * pitch
      if (px < -pitch || py < -pitch || px > width + pitch || py > height + pitch) continue
      const sample = grey[Math.min(height - 1, Math.max(0, Math.round(py))) * width + Math.min(width - 1, Math.max(0, Math.round(px)))] ?? 0
      // Contrast around the middle: flyers know no half measures.
      const light = (onDark ? sample : 255 - sample) / 255
      const strength = Math.min(1, Math.max(0, (light - 0.5) * 1.35 + 0.5))
      const radius = Math.sqrt(strength) * pitch * 0.72
      if (radius > pitch * 0.12)
        dots.push(
          `M${(px - radius).toFixed(1)} ${py.toFixed(1)}a${radius.toFixed(1)} ${radius.toFixed(1)} 0 1 0 ${(2 * radius).toFixed(1)} 0a${radius.toFixed(1)} ${radius.toFixed(1)} 0 1 0 ${(-2 * radius).toFixed(1)} 0`,
        )
    }
  }
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" overflow="hidden"><path fill="${colour}" d="${dots.join('')}"/></svg>`
}

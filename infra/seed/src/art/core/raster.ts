import sharp from 'sharp'

export interface Size {
  width: number
  height: number
}

/** Coverage of one ink, 0..255 a pixel. */
export interface Mask extends Size {
  data: Uint8Array
}

/** Three channels, sRGB. */
export interface Picture extends Size {
  data: Uint8Array
}

export type Rgb = readonly [number, number, number]

export function hex(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export function solid(size: Size, colour: Rgb): Picture {
  const data = new Uint8Array(size.width * size.height * 3)
  for (let i = 0; i < data.length; i += 3) data.set(colour, i)
  return { ...size, data }
}

/** Lays an ink over a picture where the mask covers. */
export function ink(picture: Picture, mask: Mask, colour: Rgb, opacity = 1): void {
  const { data } = picture
  const [r, g, b] = colour
  for (let i = 0, p = 0; i < mask.data.length; i++, p += 3) {
    const cover = mask.data[i] as number
    if (cover === 0) continue
    const a = (cover / 255) * opacity
    data[p] = (data[p] as number) * (1 - a) + r * a
    data[p + 1] = (data[p + 1] as number) * (1 - a) + g * a
    data[p + 2] = (data[p + 2] as number) * (1 - a) + b * a
  }
}

/** Shapes (SVG elements, white on nothing) as coverage. Drawn in libvips' threads, so that two pictures go on at once. */
export async function drawMask(size: Size, shapes: string): Promise<Mask> {
  if (shapes === '') return { ...size, data: new Uint8Array(size.width * size.height) }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" fill="#fff"><rect width="100%" height="100%" fill="#000"/>${shapes}</svg>`
  const data = await sharp(Buffer.from(svg)).extractChannel(0).raw().toBuffer()
  return { ...size, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
}

export function smoothstep(low: number, high: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)))
  return t * t * (3 - 2 * t)
}

export const clamp01 = (x: number): number => Math.max(0, Math.min(1, x))
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t

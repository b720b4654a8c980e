import sharp from 'sharp'
import { drawCollective } from './connect/portrait.ts'
import { type ConnectSheet, drawPoster } from './connect/poster.ts'
import type { Picture, Size } from './core/index.ts'
import { type DannySheet, drawHead, drawSheet, drawWall } from './danny/cover.ts'
import { drawNight, type HathorSheet } from './hathor/cover.ts'

/** What is to be drawn: plain data, so that it can be handed to a worker. */
export type Drawing =
  | { kind: 'sheet'; size: Size; spec: DannySheet }
  | { kind: 'wall' | 'head'; size: Size; spec: { seed: string } }
  | { kind: 'night'; size: Size; spec: HathorSheet }
  | { kind: 'poster'; size: Size; spec: ConnectSheet }
  | { kind: 'collective'; size: Size }
  | { kind: 'mark'; size: Size; svg: string }

export interface Drawn extends Size {
  bytes: Uint8Array
  contentType: 'image/png' | 'image/webp'
  /** Average colour, #rrggbb. */
  tone: string
}

export async function drawPixels(drawing: Exclude<Drawing, { kind: 'mark' }>): Promise<Picture> {
  switch (drawing.kind) {
    case 'sheet':
      return drawSheet(drawing.spec, drawing.size)
    case 'wall':
      return drawWall(drawing.spec.seed, drawing.size)
    case 'head':
      return drawHead(drawing.spec.seed, drawing.size)
    case 'night':
      return drawNight(drawing.spec, drawing.size)
    case 'poster':
      return drawPoster(drawing.spec, drawing.size)
    case 'collective':
      return drawCollective(drawing.size)
  }
}

/** Draws and encodes. Few inks are kept exactly and smallest by a palette (half of WebP at the same size); light needs WebP. */
export async function render(drawing: Drawing): Promise<Drawn> {
  const { width, height } = drawing.size
  if (drawing.kind === 'mark') {
    const bytes = await sharp(Buffer.from(drawing.svg)).resize(width, height).png({ compressionLevel: 9 }).toBuffer()
    return { bytes, contentType: 'image/png', width, height, tone: drawing.svg.match(/fill="(#[0-9a-f]{6})"/)?.[1] ?? '#808080' }
  }
  const picture = await drawPixels(drawing)
  const image = sharp(picture.data, { raw: { width, height, channels: 3 } })
  const inFewInks = drawing.kind !== 'night'
  const bytes = await (inFewInks ? image.png({ palette: true, colours: 24, effort: 4 }) : image.webp({ quality: 82, effort: 3 })).toBuffer()
  return { bytes, contentType: inFewInks ? 'image/png' : 'image/webp', width, height, tone: toneOf(picture) }
}

function toneOf({ data }: Picture): string {
  const sum = [0, 0, 0]
  const stride = 3 * 97
  for (let p = 0; p < data.length; p += stride) for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (data[p + c] as number)
  const count = Math.ceil(data.length / stride)
  return `#${sum
    .map((total) =>
      Math.round(total / count)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

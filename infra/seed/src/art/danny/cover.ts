import { drawMask, ink, type Mask, type Picture, type Size, solid } from '../core/index.ts'
import { type Light, lightAt, look, type Scene } from '../core/march.ts'
import { halftone, type Screen } from './halftone.ts'
import { type Layout, type LayoutName, layouts } from './layouts.ts'
import { type ObjectName, objects, soundSystem } from './objects.ts'
import { dust, grounds, type Ink, inks, starve } from './press.ts'
import { loadTypes, type Words } from './setting.ts'

export interface DannySheet {
  seed: string
  object: ObjectName
  layout: LayoutName
  ground: Ink
  words: Words
  screen?: Partial<Screen>
  /** How much nearer than its usual place the object is, and how far it is turned from its usual side (radians). */
  zoom?: number
  turn?: number
  /** How far off its usual place, in shares of the sheet. */
  shift?: readonly [number, number]
}

/** Samples of light along the shorter side: finer than the screen, so that its dots decide what is sharp. */
const samples = 250

export async function drawSheet(sheet: DannySheet, size: Size): Promise<Picture> {
  const layout = await layouts[sheet.layout](sheet.words, size, await loadTypes(), sheet.ground)
  const scene: Scene = objects[sheet.object]
  const light = look({ ...scene, yaw: (scene.yaw ?? 0) + (sheet.turn ?? 0) }, samples, samples)
  const half = layout.stage.half * (sheet.zoom ?? 1) * size.height
  const [dx, dy] = sheet.shift ?? [0, 0]
  const stage = {
    left: (layout.stage.x + dx) * size.width - half,
    top: (layout.stage.y + dy) * size.height - half,
    width: half * 2,
    height: half * 2,
  }
  return print(sheet, size, light, stage, layout)
}

/** The sound system, from one end of the hall to the other. */
export function drawWall(seed: string, size: Size): Promise<Picture> {
  const light = look(soundSystem, Math.round((samples * 1.2 * size.width) / size.height), Math.round(samples * 1.2))
  return print({ seed, ground: 'soot', screen: { cell: 27, high: 0.82 } }, size, light, { left: 0, top: 0, ...size })
}

/** A head and its headphones; the burning ink stands behind it as a plain block. */
export function drawHead(seed: string, size: Size): Promise<Picture> {
  const light = look(objects.head, Math.round((samples * 1.2 * size.width) / size.height), Math.round(samples * 1.2))
  const block = `<rect x="${size.width * 0.42}" y="0" width="${size.width * 0.58}" height="${size.height}"/>`
  return print(
    { seed, ground: 'paper', screen: { cell: 16, low: 0.12, high: 0.94 } },
    size,
    light,
    { left: 0, top: 0, ...size },
    { under: [{ ink: 'burn', shapes: block }], over: [] },
  )
}

async function print(
  sheet: Pick<DannySheet, 'seed' | 'ground' | 'screen'>,
  size: Size,
  light: Light,
  stage: Stage,
  layout?: Pick<Layout, 'under' | 'over'>,
): Promise<Picture> {
  const screen: Screen = { cell: 17, angle: Math.PI / 5, shape: 'dot', low: 0.05, high: 0.86, ...sheet.screen }
  screen.cell *= Math.min(size.width, size.height) / 1400
  const picture = solid(size, inks[sheet.ground])
  for (const [i, layer] of (layout?.under ?? []).entries())
    ink(picture, starve(await drawMask(size, layer.shapes), `${sheet.seed}/under${i}`, 0.5), inks[layer.ink])
  const body = silhouette(size, light, stage)
  const { object } = grounds[sheet.ground]
  ink(picture, body, inks[sheet.ground])
  ink(picture, dots(size, light, stage, screen, object === 'paper', body), inks[object])
  for (const [i, layer] of (layout?.over ?? []).entries()) {
    const mask = await drawMask(size, layer.shapes)
    ink(picture, layer.ink === sheet.ground ? mask : starve(mask, `${sheet.seed}/over${i}`, 0.35), inks[layer.ink])
  }
  dust(picture, sheet.seed)
  return picture
}

interface Stage extends Size {
  left: number
  top: number
}

/** On a dark ground the dots are the light; on a light one they are the shade. */
function dots(size: Size, light: Light, stage: Stage, screen: Screen, bright: boolean, body: Mask): Mask {
  const at = lightAt(light, 0)
  return halftone(
    size,
    (x, y) => {
      if ((body.data[y * size.width + x] as number) < 96) return 0
      const value = at((x - stage.left) / stage.width, (y - stage.top) / stage.height)
      return bright ? value : 1 - value
    },
    screen,
  )
}

function silhouette(size: Size, light: Light, stage: Stage): Mask {
  const standing = lightAt({ ...light, data: light.data.map((value) => (value < 0 ? 0 : 1)) }, 0)
  const data = new Uint8Array(size.width * size.height)
  const sharp = stage.width / light.columns
  for (let y = 0; y < size.height; y++) {
    const v = (y - stage.top) / stage.height
    if (v < 0 || v > 1) continue
    for (let x = 0; x < size.width; x++) {
      const u = (x - stage.left) / stage.width
      if (u < 0 || u > 1) continue
      data[y * size.width + x] = Math.min(255, Math.max(0, ((standing(u, v) - 0.5) * sharp + 0.5) * 255))
    }
  }
  return { ...size, data }
}

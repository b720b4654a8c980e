import { clamp01 } from './raster.ts'
import type { Solid } from './solids.ts'

/** A picture's light, 0..1 a sample; -1 where nothing stands. */
export interface Light {
  columns: number
  rows: number
  data: Float32Array
}

export interface Scene {
  solid: Solid
  /** The viewer's place on a sphere around the origin, in radians; positive pitch looks down. */
  yaw?: number
  pitch?: number
  /** Half the picture's height in the scene's units at the origin. */
  extent?: number
  /** 0 draws without perspective; 0.3 is a lens near by. */
  lens?: number
  /** Direction the light comes from, as seen by the viewer (x right, y up, z towards the viewer). */
  from?: readonly [number, number, number]
  /** Extra light of a surface, for facets and grooves: place and normal give a factor. */
  finish?: (x: number, y: number, z: number, nx: number, ny: number, nz: number) => number
  gloss?: number
}

const far = 4

/** Looks at a scene by sphere tracing: one light, a rim, and occlusion from five samples along the normal (Quilez, "Distance functions"). */
export function look(scene: Scene, columns: number, rows: number): Light {
  const { solid, yaw = 0, pitch = 0, extent = 1.1, lens = 0.15, from = [-0.7, 0.75, 0.42], finish, gloss = 0.35 } = scene
  const cy = Math.cos(yaw)
  const sy = Math.sin(yaw)
  const cp = Math.cos(pitch)
  const sp = Math.sin(pitch)
  const right = [cy, 0, -sy] as const
  const up = [-sy * sp, cp, -cy * sp] as const
  const back = [sy * cp, sp, cy * cp] as const
  const toWorld = (a: number, b: number, c: number) =>
    [right[0] * a + up[0] * b + back[0] * c, right[1] * a + up[1] * b + back[1] * c, right[2] * a + up[2] * b + back[2] * c] as const
  const norm = Math.hypot(...from)
  const [lx, ly, lz] = toWorld(from[0] / norm, from[1] / norm, from[2] / norm)
  const data = new Float32Array(columns * rows).fill(-1)
  const e = 0.002
  for (let row = 0; row < rows; row++) {
    const v = (1 - (2 * (row + 0.5)) / rows) * extent
    for (let column = 0; column < columns; column++) {
      const u = ((2 * (column + 0.5)) / columns - 1) * extent * (columns / rows)
      const [dx0, dy0, dz0] = toWorld(u * lens, v * lens, -1)
      const length = Math.hypot(dx0, dy0, dz0)
      const dx = dx0 / length
      const dy = dy0 / length
      const dz = dz0 / length
      const [ox, oy, oz] = toWorld(u * (1 - 2 * lens), v * (1 - 2 * lens), 2)
      let t = 0
      let hit = false
      for (let step = 0; step < 72 && t < far; step++) {
        const d = solid(ox + dx * t, oy + dy * t, oz + dz * t)
        if (d < 0.0015) {
          hit = true
          break
        }
        t += d * 0.92
      }
      if (!hit) continue
      const x = ox + dx * t
      const y = oy + dy * t
      const z = oz + dz * t
      const at = solid(x, y, z)
      let nx = solid(x + e, y, z) - at
      let ny = solid(x, y + e, z) - at
      let nz = solid(x, y, z + e) - at
      const nl = Math.hypot(nx, ny, nz) || 1
      nx /= nl
      ny /= nl
      nz /= nl
      let occlusion = 0
      for (let i = 1, weight = 1; i <= 5; i++, weight *= 0.65) {
        const h = 0.05 * i
        occlusion += (h - solid(x + nx * h, y + ny * h, z + nz * h)) * weight
      }
      const diffuse = Math.max(0, nx * lx + ny * ly + nz * lz)
      const facing = Math.max(0, -(nx * dx + ny * dy + nz * dz))
      const hx = lx - dx
      const hy = ly - dy
      const hz = lz - dz
      const hl = Math.hypot(hx, hy, hz)
      const shine = Math.max(0, (nx * hx + ny * hy + nz * hz) / hl) ** 24
      const open = clamp01(1 - 1.5 * occlusion)
      const rim = (1 - facing) ** 3
      let value = (0.06 + 0.78 * diffuse + 0.12 * facing) * open + gloss * shine * open + 0.3 * rim * open
      if (finish) value *= finish(x, y, z, nx, ny, nz)
      data[row * columns + column] = clamp01(value)
    }
  }
  return { columns, rows, data }
}

/** The light at a place (0..1 both ways), between samples; where nothing stands it is `empty`. */
export function lightAt(light: Light, empty: number): (u: number, v: number) => number {
  const { columns, rows, data } = light
  const get = (column: number, row: number) => {
    const value = data[row * columns + column] as number
    return value < 0 ? empty : value
  }
  return (u, v) => {
    const x = Math.min(columns - 1.001, Math.max(0, u * columns - 0.5))
    const y = Math.min(rows - 1.001, Math.max(0, v * rows - 0.5))
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    const fx = x - ix
    const fy = y - iy
    const top = get(ix, iy) * (1 - fx) + get(ix + 1, iy) * fx
    const low = get(ix, iy + 1) * (1 - fx) + get(ix + 1, iy + 1) * fx
    return top * (1 - fy) + low * fy
  }
}

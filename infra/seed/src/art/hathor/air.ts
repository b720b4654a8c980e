import { fractal, gradientNoise, Random, smoothstep } from '../core/index.ts'
import { type Exposure, type Light, scaled } from './exposure.ts'
import type { Sky } from './skies.ts'

/** The disc stands in every picture: somewhere, whole or hidden, it is the one thing they share. In shares of the unit. */
export interface Disc {
  x: number
  y: number
  radius: number
}

export type Motif = (frame: Exposure, sky: Sky, disc: Disc, seed: string) => void

/** Air that thins upwards, warmer around the disc. */
export function air(frame: Exposure, sky: Sky, disc: Disc, horizon = 1): void {
  const { unit, height } = frame
  const cx = disc.x * unit
  const cy = disc.y * unit
  const reach = unit * (0.09 + disc.radius * 0.9)
  frame.wash((x, y, out) => {
    const low = Math.min(1, y / (height * horizon)) ** 2.4
    const near = Math.exp(-Math.hypot(x - cx, y - cy) / reach)
    for (let c = 0; c < 3; c++)
      out[c] =
        (sky.deep[c] as number) * 0.42 + (sky.air[c] as number) * (0.03 + 0.3 * low + 0.35 * near) + (sky.glow[c] as number) * near * 0.045
  })
}

const stone = fractal(gradientNoise('stone'), 4)

/** The disc itself, lit from a side when `phase` is below 1. */
export function body(frame: Exposure, light: Light, disc: Disc, strength = 1, phase = 1): void {
  const { unit } = frame
  const r = disc.radius * unit
  const cx = disc.x * unit
  const cy = disc.y * unit
  for (let y = Math.floor(cy - r - 2); y <= cy + r + 2; y++) {
    for (let x = Math.floor(cx - r - 2); x <= cx + r + 2; x++) {
      const d = Math.hypot(x - cx, y - cy)
      if (d > r + 1) continue
      const inside = smoothstep(r + 1, r - 1, d)
      const across = (x - cx) / r
      const edge = (1 - 2 * phase) * Math.sqrt(Math.max(0, 1 - ((y - cy) / r) ** 2))
      const lit = phase >= 1 ? 1 : smoothstep(-0.03, 0.06, across - edge)
      const limb = 0.6 + 0.4 * Math.sqrt(Math.max(0, 1 - (d / r) ** 2))
      const mottle = 1 + 0.16 * stone((x - cx) / r, (y - cy) / r)
      frame.cover(x, y, scaled(light, strength * lit * limb * mottle + 0.006), inside)
    }
  }
}

export const stars = (frame: Exposure, sky: Sky, seed: string, count: number, below = 1) => {
  const random = new Random(`${seed}/stars`)
  for (let i = 0; i < count; i++) {
    const bright = random.next() ** 6
    const x = random.next() * frame.width
    const y = random.next() * frame.height * below
    frame.spark(x, y, sky.shine, 0.15 + bright * 3)
    if (bright > 0.5)
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const)
        frame.spark(x + dx, y + dy, sky.shine, bright * 0.8)
  }
}

import type { Mask, Size } from '../core/index.ts'
import { clamp01 } from '../core/index.ts'

export interface Screen {
  /** Distance of two dots, in pixels of a sheet 1400 wide. */
  cell: number
  /** Radians. */
  angle: number
  shape: 'dot' | 'line'
  /** Tones below and above these print as nothing and as solid. */
  low?: number
  high?: number
}

/**
 * An amplitude-modulated screen as a printer's camera makes it: dots that grow, join at half tone and become holes.
 * The tone is read at each pixel and not at each cell, so that a hard edge cuts through a dot and stays legible at coarse rulings.
 */
export function halftone(size: Size, toneAt: (x: number, y: number) => number, screen: Screen): Mask {
  const { width, height } = size
  const { cell, angle, shape, low = 0, high = 1 } = screen
  const data = new Uint8Array(width * height)
  const c = (Math.cos(angle) * 2 * Math.PI) / cell
  const s = (Math.sin(angle) * 2 * Math.PI) / cell
  const edge = shape === 'dot' ? cell / 3.2 : cell / 2.4
  const span = high - low
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const raw = toneAt(x, y)
      if (raw <= low) continue
      const tone = (raw - low) / span
      if (tone >= 1) {
        data[y * width + x] = 255
        continue
      }
      const u = x * c + y * s
      const v = y * c - x * s
      const spot = shape === 'dot' ? (Math.cos(u) + Math.cos(v)) * 0.25 + 0.5 : 0.5 + 0.5 * Math.cos(v)
      data[y * width + x] = 255 * clamp01((tone - (1 - spot)) * edge + 0.5)
    }
  }
  return { width, height, data }
}

import { type Picture, Random, type Rgb, type Size } from '../core/index.ts'

/** Light as film gathers it: linear, additive, without a top. */
export type Light = readonly [number, number, number]

export const toLight = (colour: Rgb): Light => colour.map((value) => (value / 255) ** 2.2) as unknown as Light
export const scaled = (light: Light, by: number): Light => [light[0] * by, light[1] * by, light[2] * by]

/** Pixels between the points of a coarse grid. */
const coarse = 8

export class Exposure {
  readonly width: number
  readonly height: number
  /** One length for both directions: every motif is drawn in shares of it. */
  readonly unit: number
  readonly data: Float32Array
  readonly #columns: number
  readonly #rows: number

  constructor(size: Size) {
    this.width = size.width
    this.height = size.height
    this.unit = Math.min(size.width, size.height)
    this.data = new Float32Array(size.width * size.height * 3)
    this.#columns = Math.ceil(size.width / coarse)
    this.#rows = Math.ceil(size.height / coarse)
  }

  /** Exposes the whole frame by a light that changes slowly: reckoned on a coarse grid and laid over between its points. */
  wash(lightAt: (x: number, y: number, out: Float32Array) => void): void {
    const grid = new Float32Array(this.#columns * this.#rows * 3)
    const out = new Float32Array(3)
    for (let row = 0, p = 0; row < this.#rows; row++) {
      for (let column = 0; column < this.#columns; column++, p += 3) {
        out.fill(0)
        lightAt((column + 0.5) * coarse, (row + 0.5) * coarse, out)
        grid.set(out, p)
      }
    }
    this.#lay(grid)
  }

  #lay(grid: Float32Array): void {
    const { width, height, data } = this
    const w = this.#columns
    for (let y = 0; y < height; y++) {
      const sy = Math.min(this.#rows - 1.001, Math.max(0, (y + 0.5) / coarse - 0.5))
      const iy = Math.floor(sy)
      const fy = sy - iy
      for (let x = 0, p = y * width * 3; x < width; x++, p += 3) {
        const sx = Math.min(w - 1.001, Math.max(0, (x + 0.5) / coarse - 0.5))
        const ix = Math.floor(sx)
        const fx = sx - ix
        const i = (iy * w + ix) * 3
        const j = i + w * 3
        for (let c = 0; c < 3; c++) {
          const top = (grid[i + c] as number) * (1 - fx) + (grid[i + 3 + c] as number) * fx
          const low = (grid[j + c] as number) * (1 - fx) + (grid[j + 3 + c] as number) * fx
          data[p + c] = (data[p + c] as number) + top * (1 - fy) + low * fy
        }
      }
    }
  }

  /** Covers what was there: what is opaque and nearer than what was exposed before. */
  cover(x: number, y: number, light: Light, opacity: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return
    const p = (y * this.width + x) * 3
    for (let c = 0; c < 3; c++) this.data[p + c] = (this.data[p + c] as number) * (1 - opacity) + (light[c] as number) * opacity
  }

  /** A point of light between pixels. */
  spark(x: number, y: number, light: Light, amount: number): void {
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    if (ix < 0 || iy < 0 || ix >= this.width - 1 || iy >= this.height - 1) return
    const fx = x - ix
    const fy = y - iy
    const p = (iy * this.width + ix) * 3
    const q = p + this.width * 3
    const a = (1 - fx) * (1 - fy) * amount
    const b = fx * (1 - fy) * amount
    const c = (1 - fx) * fy * amount
    const d = fx * fy * amount
    const data = this.data
    for (let k = 0; k < 3; k++) {
      const value = light[k] as number
      data[p + k] = (data[p + k] as number) + value * a
      data[p + 3 + k] = (data[p + 3 + k] as number) + value * b
      data[q + k] = (data[q + k] as number) + value * c
      data[q + 3 + k] = (data[q + 3 + k] as number) + value * d
    }
  }

  /** A thin line from point to point. */
  thread(x0: number, y0: number, x1: number, y1: number, light: Light, amount: number): void {
    const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 0.8))
    for (let i = 0; i < steps; i++) this.spark(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps, light, amount)
  }

  /** Light that spreads in the lens: what is bright, made small, blurred and laid over the frame. Reach in shares of the unit. */
  bloom(...halos: readonly { amount: number; reach: number }[]): void {
    const w = this.#columns
    const h = this.#rows
    const small = new Float32Array(w * h * 3)
    for (let y = 0; y < this.height; y++) {
      const row = Math.floor(y / coarse) * w
      for (let x = 0, p = y * this.width * 3; x < this.width; x++, p += 3) {
        const at = (row + Math.floor(x / coarse)) * 3
        for (let c = 0; c < 3; c++) small[at + c] = (small[at + c] as number) + Math.min(3, this.data[p + c] as number) / (coarse * coarse)
      }
    }
    for (let i = 0; i < small.length; i++) small[i] = Math.max(0, (small[i] as number) - 0.035)
    const sum = new Float32Array(small.length)
    for (const { amount, reach } of halos) {
      const radius = Math.max(1, Math.round((reach * this.unit) / coarse))
      let soft: Float32Array = small
      for (let pass = 0; pass < 3; pass++) soft = blur(blur(soft, w, h, radius, 3, w * 3), h, w, radius, w * 3, 3)
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (soft[i] as number) * amount
    }
    this.#lay(sum)
  }

  /** Develops: a shoulder instead of a clip, darker corners, grain that lives in the middle tones. */
  develop(seed: string, { vignette = 0.6, grain = 9 } = {}): Picture {
    const random = new Random(`${seed}/grain`)
    const speckle = Float32Array.from({ length: 1 << 16 }, () => (random.next() + random.next() - 1) * grain)
    const out = new Uint8ClampedArray(this.data.length)
    const cx = this.width / 2
    const cy = this.height / 2
    for (let y = 0, p = 0; y < this.height; y++) {
      let grainAt = random.int(0, 65535)
      const dy2 = ((y - cy) / cy) ** 2
      for (let x = 0; x < this.width; x++, p += 3) {
        const r2 = (((x - cx) / cx) ** 2 + dy2) * 0.5
        const keep = (1 - vignette * r2 * Math.sqrt(r2)) * 1.4
        const noise = speckle[grainAt++ & 65535] as number
        for (let c = 0; c < 3; c++) {
          const value = curve[Math.min(4095, (Math.sqrt((this.data[p + c] as number) * keep) * 1365) | 0)] as number
          out[p + c] = value * 255 + noise * (0.3 + 2.4 * value * (1 - value))
        }
      }
    }
    return { width: this.width, height: this.height, data: new Uint8Array(out.buffer) }
  }
}

/** Linear light to a display value, by the root of the light: a toe, a shoulder, gamma. */
const curve = Float32Array.from({ length: 4096 }, (_, i) => {
  const light = (i / 1365) ** 2
  const toed = (light * (light + 0.004)) / (light + 0.02)
  return (1 - Math.exp(-toed)) ** (1 / 2.2)
})

/** A running mean along one direction. */
function blur(
  source: Float32Array,
  length: number,
  lines: number,
  radius: number,
  step: number,
  stride: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(source.length)
  const span = radius * 2 + 1
  for (let line = 0; line < lines; line++) {
    for (let c = 0; c < 3; c++) {
      const base = line * stride + c
      let sum = 0
      for (let i = -radius; i <= radius; i++) sum += source[base + Math.min(length - 1, Math.max(0, i)) * step] as number
      for (let i = 0; i < length; i++) {
        out[base + i * step] = sum / span
        sum +=
          (source[base + Math.min(length - 1, i + radius + 1) * step] as number) - (source[base + Math.max(0, i - radius) * step] as number)
      }
    }
  }
  return out
}

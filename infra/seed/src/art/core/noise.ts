import { Random } from './random.ts'

export type Noise = (x: number, y: number) => number

/** Gradient noise in two dimensions, about -1..1, continuous in its first derivative. */
export function gradientNoise(seed: string): Noise {
  const random = new Random(seed)
  const order = random.shuffle(Array.from({ length: 256 }, (_, i) => i))
  const table = new Uint8Array(512)
  const gx = new Float64Array(256)
  const gy = new Float64Array(256)
  for (let i = 0; i < 512; i++) table[i] = order[i & 255] as number
  for (let i = 0; i < 256; i++) {
    const angle = (i / 256) * Math.PI * 2
    gx[i] = Math.cos(angle)
    gy[i] = Math.sin(angle)
  }
  const corner = (ix: number, iy: number, dx: number, dy: number) => {
    const h = table[((table[ix & 255] as number) + iy) & 511] as number
    return (gx[h] as number) * dx + (gy[h] as number) * dy
  }
  return (x, y) => {
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    const fx = x - ix
    const fy = y - iy
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    const jy = iy & 255
    const ky = (iy + 1) & 255
    const a = corner(ix, jy, fx, fy)
    const b = corner(ix + 1, jy, fx - 1, fy)
    const c = corner(ix, ky, fx, fy - 1)
    const d = corner(ix + 1, ky, fx - 1, fy - 1)
    return (a + (b - a) * u + (c - a + (a - b - c + d) * u) * v) * 1.5
  }
}

/** Several octaves of a noise, each half as strong and a little over twice as fine. */
export function fractal(noise: Noise, octaves: number): Noise {
  return (x, y) => {
    let sum = 0
    let gain = 0.5
    let scale = 1
    for (let i = 0; i < octaves; i++) {
      sum += gain * noise(x * scale + i * 17.3, y * scale - i * 9.1)
      gain *= 0.5
      scale *= 2.03
    }
    return sum
  }
}

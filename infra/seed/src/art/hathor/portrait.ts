import { gradientNoise, mix, Random, smoothstep } from '../core/index.ts'
import { air, body, type Motif, stars } from './air.ts'

/** From the nape over the crown and down the face to the breast; head heights, the ear in the middle, looking right. */
const outline = [
  [-0.2, 0.62],
  [-0.26, 0.42],
  [-0.42, 0.2],
  [-0.47, -0.05],
  [-0.4, -0.29],
  [-0.2, -0.46],
  [0.04, -0.5],
  [0.25, -0.4],
  [0.345, -0.22],
  [0.37, -0.1],
  [0.362, -0.045],
  [0.375, -0.005],
  [0.425, 0.075],
  [0.462, 0.128],
  [0.44, 0.165],
  [0.385, 0.178],
  [0.378, 0.2],
  [0.41, 0.238],
  [0.4, 0.258],
  [0.378, 0.266],
  [0.4, 0.284],
  [0.396, 0.312],
  [0.362, 0.335],
  [0.37, 0.372],
  [0.366, 0.412],
  [0.32, 0.45],
  [0.22, 0.45],
  [0.11, 0.475],
  [0.075, 0.56],
  [0.085, 0.68],
  [0.2, 0.82],
  [0.46, 0.96],
  [0.72, 1.16],
  [0.86, 1.5],
  [-0.8, 1.5],
  [-0.66, 1.08],
  [-0.38, 0.86],
  [-0.2, 0.76],
] as const

/** The outline rounded (Catmull-Rom). */
function round(steps: number): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = []
  const at = (i: number) => outline[(i + outline.length) % outline.length] as readonly [number, number]
  for (let i = 0; i < outline.length; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    for (let s = 0; s < steps; s++) {
      const t = s / steps
      const blend = (a: number, b: number, c: number, d: number) =>
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
      points.push([blend(p0[0], p1[0], p2[0], p3[0]), blend(p0[1], p1[1], p2[1], p3[1])])
    }
  }
  return points
}

/** Somebody before the disc, their hair carried off as threads: nobody's portrait. */
export const profile: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc)
  stars(frame, sky, seed, 360)
  body(frame, sky.glow, disc, 1.1)
  frame.bloom({ amount: 0.5, reach: 0.06 })
  const scale = unit * 0.62
  const cx = width * 0.47
  const cy = height * 0.47
  const points = round(8).map(([x, y]) => [cx + x * scale, cy + y * scale] as const)
  for (let y = Math.max(0, Math.floor(cy - scale * 0.55)); y < height; y++) {
    const crossings: number[] = []
    for (let i = 0; i < points.length; i++) {
      const [ax, ay] = points[i] as readonly [number, number]
      const [bx, by] = points[(i + 1) % points.length] as readonly [number, number]
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
    }
    crossings.sort((a, b) => a - b)
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = crossings[k] as number
      const to = crossings[k + 1] as number
      for (let x = Math.floor(from); x <= Math.ceil(to); x++) {
        const cover = Math.min(1, Math.max(0, x + 1 - from)) * Math.min(1, Math.max(0, to - x))
        const rim = Math.exp(-(to - x) / (unit * 0.018)) * 0.16 * (to > cx + scale * 0.2 ? 1 : 0.2)
        frame.cover(
          x,
          y,
          [sky.deep[0] * 0.3 + sky.glow[0] * rim, sky.deep[1] * 0.3 + sky.glow[1] * rim, sky.deep[2] * 0.3 + sky.glow[2] * rim],
          cover,
        )
      }
    }
  }
  const random = new Random(`${seed}/hair`)
  const wind = gradientNoise(`${seed}/hair`)
  for (let i = 0; i < 1900; i++) {
    const t = i / 1900
    const start = mix(-0.08, 1.06, t)
    const angle = mix(-0.42, -3.55, start) + random.bell() * 0.02
    let x = cx + (Math.cos(angle) * 0.41 - 0.04) * scale
    let y = cy + (Math.sin(angle) * 0.47 - 0.03) * scale
    let heading = angle - Math.PI * 0.5
    const steps = random.int(420, 900)
    const light = random.next() < 0.35 ? sky.glow : sky.shine
    const amount = 0.03 + 0.11 * random.next() ** 2.4
    for (let s = 0; s < steps; s++) {
      const u = s / steps
      const flow = Math.PI * 0.8 + wind(x / (unit * 0.3), y / (unit * 0.26)) * 0.9 + wind(x / (unit * 0.1) + 4, y / (unit * 0.1)) * 0.3
      heading += Math.atan2(Math.sin(flow - heading), Math.cos(flow - heading)) * 0.012
      x += Math.cos(heading) * 1.15
      y += Math.sin(heading) * 1.15
      frame.spark(x, y, light, amount * smoothstep(0, 0.05, u) * (1 - u) ** 1.1)
    }
  }
}

import { fractal, gradientNoise, mix, Random, smoothstep } from '../core/index.ts'
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

/** Threads carried by a wind that parts around the disc. */
export const veil: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc)
  body(frame, sky.glow, disc, 1.1)
  const wind = gradientNoise(`${seed}/wind`)
  const random = new Random(`${seed}/veil`)
  const cx = disc.x * unit
  const cy = disc.y * unit
  const guard = disc.radius * unit * 1.12
  for (let i = 0; i < 3600; i++) {
    let x = random.between(-0.1, 1.1) * width
    let y = (0.5 + random.bell() * 0.24) * height
    const warm = random.next() ** 3
    const light: Light = [mix(sky.shine[0], sky.glow[0], warm), mix(sky.shine[1], sky.glow[1], warm), mix(sky.shine[2], sky.glow[2], warm)]
    const amount = 0.012 + 0.09 * random.next() ** 3
    const steps = random.int(120, 420)
    for (let s = 0; s < steps; s++) {
      const turn = wind(x / (unit * 0.42), y / (unit * 0.42)) * 2.4 + wind(x / (unit * 0.13) + 7, y / (unit * 0.13)) * 0.5
      let dx = Math.cos(turn)
      let dy = Math.sin(turn) * 0.8
      const ox = x - cx
      const oy = y - cy
      const far = Math.hypot(ox, oy)
      if (far < guard * 1.6) {
        const push = smoothstep(guard * 1.6, guard, far) * 1.6
        dx += (ox / far) * push
        dy += (oy / far) * push
      }
      const fade = Math.sin((s / steps) * Math.PI)
      frame.spark(x, y, light, amount * fade * 2)
      x += dx * 1.3
      y += dy * 1.3
    }
  }
}

/** Dunes, one behind another, each with a lit edge and sand that runs down its lee. */
export const dunes: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc, 0.7)
  stars(frame, sky, seed, 260, 0.45)
  body(frame, sky.glow, disc, 1.2)
  frame.bloom({ amount: 0.5, reach: 0.05 })
  const ridge = gradientNoise(`${seed}/ridge`)
  const sand = gradientNoise(`${seed}/sand`)
  const random = new Random(`${seed}/sand`)
  const layers = 6
  for (let layer = 0; layer < layers; layer++) {
    const depth = layer / (layers - 1)
    const base = height * mix(0.56, 0.96, depth ** 1.15)
    const swing = unit * mix(0.03, 0.17, depth)
    const scale = unit * mix(0.34, 1.05, depth)
    const roll = (x: number) => ridge(x / scale + layer * 31, layer * 5.7) + 0.28 * ridge(x / (scale * 0.37) + layer * 13, layer * 2.9)
    const tops = Float32Array.from({ length: width + 2 }, (_, x) => base - (0.4 + roll(x)) * swing)
    const top = (x: number) => tops[Math.min(width + 1, Math.max(0, Math.round(x)))] as number
    for (let x = 0; x < width; x++) {
      const edge = top(x)
      const sun = Math.tanh((disc.x * unit - x) / (unit * 0.2))
      for (let y = Math.max(0, Math.floor(edge)); y < height; y++) {
        const down = y - edge
        const at = x + down * (0.9 + 0.4 * Math.sin(layer * 2.1))
        const slope = (top(at + 8) - top(at - 8)) / 16
        const facing = smoothstep(-0.1, 0.3, slope * sun + 0.05)
        const wave = sand(x / (unit * 0.05) + down / (unit * 0.02), down / (unit * 0.011) + x / (unit * 0.12)) * 0.5 + 0.5
        const lit = (0.02 + 0.95 * facing * Math.exp((-down / unit) * 3.4)) * mix(0.34, 0.22, depth) * (0.72 + 0.36 * wave)
        const mist = (1 - depth) ** 1.5 * 0.2
        frame.cover(
          x,
          y,
          [sky.glow[0] * lit + sky.air[0] * mist, sky.glow[1] * lit + sky.air[1] * mist, sky.glow[2] * lit + sky.air[2] * mist],
          down < 1 ? Math.max(0, down + 0.5) : 1,
        )
      }
    }
    for (let i = 0; i < width; i++) {
      const x = random.next() * width
      frame.spark(x, top(x) + Math.abs(random.bell()) * unit * 0.003, sky.glow, 0.2 * (1 - depth * 0.4))
    }
  }
}

/** The sky turning around its pole for an hour. */
export const trails: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc, 1.1)
  const random = new Random(`${seed}/trails`)
  const cx = disc.x * unit
  const cy = disc.y * unit
  const reach = Math.hypot(width, height)
  for (let i = 0; i < 900; i++) {
    const r = disc.radius * unit * 1.25 + random.next() ** 0.8 * reach
    const from = random.between(0, Math.PI * 2)
    const length = random.between(0.5, 1.1)
    const warm = random.next() < 0.25
    const light = warm ? sky.glow : sky.shine
    const amount = 0.05 + 0.9 * random.next() ** 5
    const steps = Math.ceil(r * length)
    for (let s = 0; s < steps; s++) {
      const angle = from + (s / steps) * length
      const fade = smoothstep(0, 0.06, s / steps) * smoothstep(1, 0.85, s / steps)
      frame.spark(cx + Math.cos(angle) * r, cy + Math.sin(angle) * r, light, amount * fade)
    }
  }
  body(frame, sky.glow, disc, 0.9)
}

/** A covered sun and the threads of its crown. */
export const eclipse: Motif = (frame, sky, disc, seed) => {
  const { unit } = frame
  air(frame, sky, disc)
  const random = new Random(`${seed}/crown`)
  const wind = gradientNoise(`${seed}/crown`)
  const cx = disc.x * unit
  const cy = disc.y * unit
  const r = disc.radius * unit
  for (let i = 0; i < 5200; i++) {
    const angle = random.between(0, Math.PI * 2)
    const plume = 0.5 + 0.5 * wind(Math.cos(angle) * 1.7 + 3, Math.sin(angle) * 1.7)
    const length = r * (0.25 + 2.3 * plume ** 2 * random.next())
    const light = random.next() < 0.5 ? sky.glow : sky.shine
    const amount = 0.03 + 0.07 * random.next()
    let bend = 0
    for (let s = 0; s < length; s += 1.4) {
      const at = r * 0.99 + s
      bend += wind(Math.cos(angle) * 3 + s / (r * 1.4), Math.sin(angle) * 3) * 0.0035
      frame.spark(cx + Math.cos(angle + bend) * at, cy + Math.sin(angle + bend) * at, light, amount * (1 - s / length) ** 1.5 * 1.6)
    }
  }
  body(frame, scaled(sky.deep, 0.25), disc, 1)
  for (let a = 0; a < 9000; a++) {
    const angle = (a / 9000) * Math.PI * 2
    frame.spark(
      cx + Math.cos(angle) * r,
      cy + Math.sin(angle) * r,
      sky.glow,
      0.5 * (0.4 + 0.6 * smoothstep(-0.4, 1, Math.cos(angle + 0.8))),
    )
  }
}

/** The disc's road on the water. */
export const water: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc, 0.62)
  stars(frame, sky, seed, 180, 0.4)
  const horizon = height * 0.56
  body(frame, sky.glow, disc, 1.25)
  for (let y = Math.floor(horizon); y < height; y++) for (let x = 0; x < width; x++) frame.cover(x, y, scaled(sky.deep, 0.5), 0.85)
  const random = new Random(`${seed}/waves`)
  const swell = gradientNoise(`${seed}/swell`)
  for (let i = 0; i < 15000; i++) {
    const depth = random.next() ** 1.9
    const y = horizon + 2 + depth * (height - horizon)
    const spread = unit * (disc.radius * 0.75 + depth * 0.22)
    const centre = disc.x * unit + swell(y / (unit * 0.05), 3) * unit * 0.03 * (0.3 + depth)
    const off = random.bell() * spread * 0.62
    const x = centre + off
    const long = (4 + depth * unit * 0.075) * random.between(0.4, 1)
    const crest = swell(x / (unit * 0.09), y / (unit * (0.006 + 0.03 * depth)))
    if (crest < -0.12) continue
    const amount = 0.4 * Math.exp(-((off / spread) ** 2) * 1.5) * (1 - depth * 0.45)
    for (let s = 0; s < long; s += 0.8) {
      const bow = Math.sin((s / long) * Math.PI)
      frame.spark(x - long / 2 + s, y - bow * depth * 5, sky.glow, amount * bow)
    }
  }
  for (let i = 0; i < 5200; i++) {
    const depth = random.next() ** 1.7
    const y = horizon + 2 + depth * (height - horizon)
    const x = random.next() * width
    const long = 6 + depth * unit * 0.09
    if (swell(x / (unit * 0.12) + 9, y / (unit * (0.008 + 0.04 * depth))) < 0.05) continue
    for (let s = 0; s < long; s++)
      frame.spark(x + s, y - Math.sin((s / long) * Math.PI) * depth * 4, sky.shine, 0.055 * Math.sin((s / long) * Math.PI))
  }
}

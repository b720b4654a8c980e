import { clamp01, gradientNoise, mix, Random, smoothstep } from '../core/index.ts'
import { air, body, type Motif, stars } from './air.ts'
import { scaled } from './exposure.ts'

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

/** Papyrus at the bank, the disc behind it. */
export const reeds: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc)
  body(frame, sky.glow, disc, 0.95)
  frame.bloom({ amount: 0.45, reach: 0.05 })
  const random = new Random(`${seed}/reeds`)
  const wind = gradientNoise(`${seed}/reeds`)
  for (let i = 0; i < 150; i++) {
    const depth = i / 150
    const root = random.between(-0.08, 1.08) * width
    const tall = height * random.between(0.32, 0.74) * mix(0.75, 1.08, depth)
    const lean = (wind(root / (unit * 0.5), 2) + random.bell() * 0.08) * unit * 0.3
    const light = depth < 0.55 ? scaled(sky.air, mix(0.5, 0.16, depth / 0.55)) : scaled(sky.deep, 0.12)
    const thick = mix(1.4, 4.5, depth)
    let tipX = root
    let tipY = height
    for (let s = 0; s <= tall; s++) {
      const t = s / tall
      tipX = root + lean * t * t
      tipY = height - s
      const half = thick * (1 - t * 0.65)
      for (let w = -Math.ceil(half); w <= half; w++)
        frame.cover(Math.round(tipX + w), Math.round(tipY), light, clamp01(half - Math.abs(w) + 0.5))
      if (depth > 0.5) frame.spark(tipX + (disc.x * unit > tipX ? half : -half), tipY, sky.glow, 0.05 * t)
    }
    const rays = random.int(26, 44)
    for (let ray = 0; ray < rays; ray++) {
      const angle = -Math.PI / 2 + (ray / (rays - 1) - 0.5) * 3.3 + random.bell() * 0.05
      const long = unit * random.between(0.05, 0.085) * mix(0.7, 1.4, depth)
      for (let s = 0; s < long; s += 0.7) {
        const t = s / long
        const x = tipX + Math.cos(angle) * s + lean * 0.0006 * s
        const y = tipY + Math.sin(angle) * s + t * t * long * 0.42
        frame.cover(Math.round(x), Math.round(y), light, 0.8)
        if (depth > 0.5) frame.spark(x, y, sky.glow, 0.05 * (1 - t))
      }
    }
  }
}

/** Incense: sheets of smoke from a few coals, each thread carried by the same air. */
export const smoke: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc)
  body(frame, sky.glow, disc, 0.9)
  frame.bloom({ amount: 0.5, reach: 0.06 })
  const draught = gradientNoise(`${seed}/draught`)
  const random = new Random(`${seed}/smoke`)
  const cx = disc.x * unit
  const cy = disc.y * unit
  for (let sheet = 0; sheet < 4; sheet++) {
    const root = width * random.between(0.25, 0.8)
    const wide = unit * random.between(0.05, 0.16)
    for (let i = 0; i < 420; i++) {
      const lane = i / 420
      let x = root + (lane - 0.5) * wide * 0.12
      let y = height * 1.02
      for (let s = 0; s < height * 0.95; s++) {
        const t = s / height
        const swirl =
          draught(x / (unit * 0.36) + sheet * 3.1, y / (unit * 0.42)) * 1.9 * smoothstep(0, 0.5, t) +
          draught(x / (unit * 0.15) + 8, y / (unit * 0.2) + sheet) * 1.2 * smoothstep(0.15, 0.8, t)
        x += swirl * 1.25 + ((lane - 0.5) * wide * 2.2) / height
        y -= 1.25
        const near = Math.exp(-Math.hypot(x - cx, y - cy) / (unit * 0.2))
        const amount = 0.034 * Math.sin(Math.PI * lane) ** 0.5 * smoothstep(1, 0.45, t) * (0.55 + 1.4 * near)
        frame.spark(x, y, near > 0.35 ? sky.glow : sky.shine, amount)
      }
    }
  }
}

/** Rain on still water: rings that cross. */
export const rain: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc)
  const random = new Random(`${seed}/rain`)
  const drops = Array.from({ length: 17 }, () => {
    const y = height * (0.3 + 0.72 * random.next())
    return {
      x: random.between(0, 1) * width,
      y,
      flat: mix(0.16, 0.46, y / height),
      rings: random.int(5, 15),
      gap: unit * 0.012 * mix(0.7, 1.6, y / height),
    }
  })
  for (const drop of drops) {
    for (let ring = 1; ring <= drop.rings; ring++) {
      const r = ring * drop.gap * (1 + ring * 0.06)
      const steps = Math.ceil(r * 7)
      const amount = 0.55 * (1 - ring / (drop.rings + 1)) ** 1.3
      for (let s = 0; s < steps; s++) {
        const angle = (s / steps) * Math.PI * 2
        const side = 0.3 + 0.7 * smoothstep(-1, 1, -Math.sin(angle + 0.5))
        const x = drop.x + Math.cos(angle) * r
        const y = drop.y + Math.sin(angle) * r * drop.flat
        const warm = Math.exp(-Math.abs(x - disc.x * unit) / (unit * 0.2))
        frame.spark(x, y, warm > 0.5 ? sky.glow : sky.shine, amount * side * (0.5 + warm))
      }
    }
  }
  for (let i = 0; i < 520; i++) {
    const x = random.next() * width * 1.2
    const y = random.next() * height * 0.9 - height * 0.1
    const long = unit * random.between(0.04, 0.2)
    frame.thread(x, y, x - long * 0.12, y + long, sky.shine, 0.05 * random.next())
  }
  body(frame, sky.glow, disc, 1)
}

/** A river seen from above, by every bed it ever had. */
export const delta: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc, 1.4)
  const bend = gradientNoise(`${seed}/bend`)
  const random = new Random(`${seed}/delta`)
  for (let bed = 0; bed < 190; bed++) {
    const age = bed / 190
    const spread = random.bell()
    let x = disc.x * unit + spread * 2
    const amount = 0.03 + 0.12 * random.next() ** 3
    const light = random.next() < 0.22 ? sky.glow : sky.shine
    for (let y = disc.y * unit; y < height + 4; y += 0.8) {
      const t = (y - disc.y * unit) / (height - disc.y * unit)
      const open = t * t * spread * width * 0.3
      const sway =
        bend(y / (unit * 0.19), age * 0.55) * unit * 0.16 * smoothstep(0, 0.25, t) +
        bend(y / (unit * 0.06), 4 + age * 1.4) * unit * 0.035 * t
      x = disc.x * unit + open + sway
      frame.spark(x, y, light, amount * smoothstep(0, 0.08, t) * mix(1.2, 0.7, t))
    }
  }
  body(frame, sky.glow, disc, 1.1)
}

import { clamp01, gradientNoise, mix, Random, smoothstep } from '../core/index.ts'
import { type Light, scaled } from './exposure.ts'
import { air, body, type Motif, stars } from './motifs.ts'

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

/** Curtains of light hanging from nothing. */
export const curtains: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc, 1.3)
  stars(frame, sky, seed, 420)
  body(frame, sky.glow, disc, 1)
  const fold = gradientNoise(`${seed}/fold`)
  const random = new Random(`${seed}/curtain`)
  for (let band = 0; band < 3; band++) {
    for (let i = 0; i < 2600; i++) {
      const t = random.next() * 1.3 - 0.15
      const x0 = t * width + fold(t * 3.1, band * 9.7) * unit * 0.3
      const foot = height * (0.42 + 0.16 * band) + fold(t * 2.3 + 5, band * 4.1) * unit * 0.2 + t * unit * 0.12
      const tall = unit * (0.24 + 0.5 * clamp01(0.5 + fold(t * 7 + band * 3, 1.5)))
      const bright = 0.012 + 0.075 * clamp01(0.5 + 0.9 * fold(t * 11, band * 7 + 2)) ** 2
      for (let s = 0; s < tall; s += 1.5) {
        const u = s / tall
        const light: Light = [mix(sky.shine[0], sky.air[0], u), mix(sky.shine[1], sky.air[1], u), mix(sky.shine[2], sky.air[2], u)]
        frame.spark(x0 - u * unit * 0.05, foot - s, light, bright * smoothstep(0, 0.2, u) * (1 - u) ** 1.5 * 2.6)
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

/** A month of the disc on its arc. */
export const phases: Motif = (frame, sky, disc, seed) => {
  const { unit, width, height } = frame
  air(frame, sky, disc, 1.2)
  stars(frame, sky, seed, 300)
  const cx = disc.x * unit
  const cy = disc.y * unit
  const sweep = unit * 0.62
  const count = 7
  for (let ring = 0; ring < 46; ring++) {
    const r = sweep + (ring - 23) * unit * 0.0085
    const steps = Math.ceil(r * 6.3)
    for (let s = 0; s < steps; s++) {
      const angle = (s / steps) * Math.PI * 2
      frame.spark(cx + Math.cos(angle) * r, cy + Math.sin(angle) * r, sky.shine, 0.05 * Math.exp(-(((ring - 23) / 13) ** 2)))
    }
  }
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1)
    const angle = Math.PI * (1.16 + 0.68 * t)
    const phase = 1 - Math.abs(t - 0.5) * 2
    const radius = disc.radius * mix(0.55, 1, phase)
    const at = { x: (cx + Math.cos(angle) * sweep) / unit, y: (cy + Math.sin(angle) * sweep) / unit, radius }
    if (at.x < -0.2 || at.x * unit > width * 1.1 || at.y * unit > height) continue
    body(frame, sky.glow, at, 1, t < 0.5 ? phase : Math.min(phase, 0.999))
  }
}

/** A pendulum that writes until it rests. */
export const pendulum: Motif = (frame, sky, disc, seed) => {
  const { unit } = frame
  air(frame, sky, disc)
  body(frame, sky.glow, disc, 1)
  const random = new Random(`${seed}/pendulum`)
  const [fx, fy] = random.pick([
    [2, 3],
    [3, 4],
    [3, 5],
  ] as const)
  const phase = random.between(0.3, 1.2)
  const cx = disc.x * unit
  const cy = disc.y * unit
  let px = 0
  let py = 0
  for (let i = 0; i < 15000; i++) {
    const t = i * 0.021
    const decay = Math.exp(-t * 0.0075)
    const x = cx + unit * 0.46 * decay * Math.sin(t * fx + phase)
    const y = cy + unit * 0.46 * decay * Math.sin(t * fy * 1.0016)
    const light: Light = [
      mix(sky.glow[0], sky.shine[0], decay),
      mix(sky.glow[1], sky.shine[1], decay),
      mix(sky.glow[2], sky.shine[2], decay),
    ]
    if (i > 0) frame.thread(px, py, x, y, light, 0.11)
    px = x
    py = y
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

/** Two horns that hold the disc: the sign of the house, combed out of threads. */
export const horns: Motif = (frame, sky, disc, seed) => {
  const { unit } = frame
  air(frame, sky, disc)
  stars(frame, sky, seed, 320)
  const random = new Random(`${seed}/horns`)
  const cx = disc.x * unit
  const cy = disc.y * unit
  const r = disc.radius * unit
  for (const side of [-1, 1]) {
    for (let i = 0; i < 520; i++) {
      const lane = random.bell() * 0.42
      const light = random.next() < 0.4 ? sky.glow : sky.shine
      const amount = 0.03 + 0.1 * random.next() ** 2
      const end = random.between(0.86, 1)
      for (let s = 0; s < 1; s += 0.0011) {
        if (s > end) break
        const angle = mix(Math.PI * 0.5, -Math.PI * 0.33, s ** 0.9)
        const out = r * (1.32 + 0.95 * s ** 1.6) + lane * r * 0.5 * Math.sin(Math.PI * Math.min(1, 0.08 + s)) ** 1.2 * (1 - s * 0.55)
        frame.spark(
          cx + side * Math.cos(angle) * out * 0.98,
          cy + Math.sin(angle) * out * mix(1.02, 1.18, s),
          light,
          amount * smoothstep(0, 0.08, s) * smoothstep(1, 0.8, s) * 1.2,
        )
      }
    }
  }
  body(frame, sky.glow, disc, 1.2)
}

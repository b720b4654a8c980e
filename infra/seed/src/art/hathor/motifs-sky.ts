import { clamp01, gradientNoise, mix, Random, smoothstep } from '../core/index.ts'
import { air, body, type Motif, stars } from './air.ts'
import { type Light, scaled } from './exposure.ts'

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

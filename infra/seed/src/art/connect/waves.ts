import { gradientNoise, Random } from '../core/index.ts'
import { both, type Make, spin, wave } from './signal.ts'

/** Two sets of rings whose centres have drifted apart. */
export const rings: Make = ({ pitch, angle }) => {
  const dx = Math.cos(angle) * 0.16
  const dy = Math.sin(angle) * 0.16
  return (x, y) => {
    const a = wave(Math.hypot(x - dx, y - dy) / pitch, pitch)
    const b = wave(Math.hypot(x + dx, y + dy) / (pitch * 1.035), pitch)
    return both(a, b)
  }
}

/** Lines bent by a voice. */
export const voice: Make = ({ seed, pitch, angle }) => {
  const tone = gradientNoise(seed)
  const turn = spin(angle)
  return (x, y) => {
    const [u, v] = turn(x, y)
    const swell = Math.exp(-((u * 1.5) ** 2))
    const bend = swell * (0.16 * Math.sin(u * 9 + tone(v * 2.2, 1) * 4) + 0.1 * tone(u * 5, v * 1.8))
    return wave((v + bend) / pitch, pitch) * 0.8
  }
}

/** A sweep: bars that start as wide as a hand and end as thin as a hair. */
export const chirp: Make = ({ pitch, angle }) => {
  const turn = spin(angle)
  return (x, y) => {
    const [u] = turn(x, y)
    const t = u + 0.75
    const slope = 0.6 / pitch
    const local = 1 / Math.max(0.2, slope * (0.35 + t * 1.5))
    return wave(slope * (0.35 * t + 0.75 * t * t), local)
  }
}

/** Spokes against spokes. */
export const spokes: Make = ({ pitch, angle }) => {
  const count = Math.round(1.1 / pitch)
  return (x, y) => {
    const ax = x + 0.13 * Math.cos(angle)
    const ay = y + 0.13 * Math.sin(angle)
    const bx = x - 0.13 * Math.cos(angle)
    const by = y - 0.13 * Math.sin(angle)
    const turns = 1 / (Math.PI * 2)
    const ra = Math.hypot(ax, ay)
    const rb = Math.hypot(bx, by)
    const a = wave(Math.atan2(ay, ax) * turns * count + 0.25, (ra * Math.PI * 2) / count)
    const b = wave(Math.atan2(by, bx) * turns * count, (rb * Math.PI * 2) / count)
    return both(a, b)
  }
}

/** A board whose middle swells. */
export const lens: Make = ({ pitch, angle }) => {
  const turn = spin(angle)
  return (x, y) => {
    const [u, v] = turn(x, y)
    const r = Math.hypot(u, v)
    const k = r < 0.46 ? 0.42 + 0.58 * (r / 0.46) ** 1.6 : 1
    return both(wave((u * k) / pitch, pitch / k), wave((v * k) / pitch, pitch / k))
  }
}

/** Three stones in one pond. */
export const pond: Make = ({ seed, pitch }) => {
  const random = new Random(seed)
  const stones = Array.from({ length: 3 }, () => [random.between(-0.5, 0.5), random.between(-0.5, 0.5)] as const)
  return (x, y) => {
    let sum = 0
    for (const [sx, sy] of stones) sum += Math.cos((Math.hypot(x - sx, y - sy) * Math.PI * 2) / pitch)
    return (sum * pitch) / 9
  }
}

/** Saw teeth, each row a little later. */
export const teeth: Make = ({ pitch, angle }) => {
  const turn = spin(angle)
  return (x, y) => {
    const [u, v] = turn(x, y)
    const saw = Math.abs(((((u / (pitch * 2.6) + Math.sin(v * 3) * 0.6) % 1) + 1) % 1) - 0.5) * pitch * 2.2
    return wave((v + saw) / pitch, pitch) * 0.6
  }
}

/** Arms that wind inwards, against arms that wind outwards. */
export const spiral: Make = ({ pitch, angle }) => {
  return (x, y) => {
    const r = Math.hypot(x, y)
    const turns = Math.atan2(y, x) / (Math.PI * 2)
    const a = wave(r / pitch + turns * 3 + angle, pitch)
    const b = wave(r / (pitch * 2.2) - turns * 5, pitch * 2.2)
    return both(a, b)
  }
}

/** Two gratings, hardly turned against one another. */
export const gratings: Make = ({ pitch, angle }) => {
  const one = spin(angle)
  const two = spin(angle + 0.075)
  return (x, y) => {
    const [u] = one(x, y)
    const [, v] = two(y, x)
    return both(wave(u / pitch, pitch), wave((v + 0.05 * Math.sin(x * 6)) / (pitch * 0.97), pitch))
  }
}

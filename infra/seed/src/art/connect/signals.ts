import { gradientNoise, Random } from '../core/index.ts'

/**
 * A signal is one bit a point: inside or outside, as a signed number whose sign decides and whose slope is about one a pixel,
 * so that an edge can be drawn smooth. Places are in shares of the sheet's height, the origin in its middle.
 */
export type Signal = (x: number, y: number) => number

export interface Tuning {
  seed: string
  /** How coarse: the wave length in shares of the height. */
  pitch: number
  /** Radians. */
  angle: number
}

type Make = (tuning: Tuning) => Signal

const spin = (angle: number) => {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  return (x: number, y: number) => [x * c + y * s, y * c - x * s] as const
}

/** A square wave of a phase (in turns), scaled to distance by the wave length: positive in the first half. */
const wave = (phase: number, pitch: number) => {
  const t = phase - Math.floor(phase)
  return (0.25 - Math.abs(t - 0.25 > 0.5 ? t - 1.25 + 0.0 : t - 0.25)) * pitch
}

/** Two sets of rings whose centres have drifted apart. */
const rings: Make = ({ pitch, angle }) => {
  const dx = Math.cos(angle) * 0.16
  const dy = Math.sin(angle) * 0.16
  return (x, y) => {
    const a = wave(Math.hypot(x - dx, y - dy) / pitch, pitch)
    const b = wave(Math.hypot(x + dx, y + dy) / (pitch * 1.035), pitch)
    return both(a, b)
  }
}

/** Exclusive or, kept as a distance. */
export const both = (a: number, b: number) => (a > 0 === b > 0 ? -Math.min(Math.abs(a), Math.abs(b)) : Math.min(Math.abs(a), Math.abs(b)))

/** Lines bent by a voice. */
const voice: Make = ({ seed, pitch, angle }) => {
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
const chirp: Make = ({ pitch, angle }) => {
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
const spokes: Make = ({ pitch, angle }) => {
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
const lens: Make = ({ pitch, angle }) => {
  const turn = spin(angle)
  return (x, y) => {
    const [u, v] = turn(x, y)
    const r = Math.hypot(u, v)
    const k = r < 0.46 ? 0.42 + 0.58 * (r / 0.46) ** 1.6 : 1
    return both(wave((u * k) / pitch, pitch / k), wave((v * k) / pitch, pitch / k))
  }
}

/** A row of ones and noughts, and the rows that follow from it (rule 30, Wolfram 1983). */
const automaton: Make = ({ seed, pitch, angle }) => {
  const cells = Math.ceil(2.4 / pitch)
  const random = new Random(seed)
  const rows: Uint8Array[] = [Uint8Array.from({ length: cells }, () => (random.next() < 0.06 ? 1 : 0))]
  const first = rows[0] as Uint8Array
  first[cells >> 1] = 1
  for (let i = 1; i < cells; i++) {
    const last = rows[i - 1] as Uint8Array
    rows.push(
      Uint8Array.from(
        last,
        (_, k) => (last[(k + cells - 1) % cells] as number) ^ ((last[k] as number) | (last[(k + 1) % cells] as number)),
      ),
    )
  }
  const turn = spin(angle)
  return (x, y) => {
    const [u, v] = turn(x, y)
    const gu = u / pitch + cells / 2
    const gv = v / pitch + cells / 2
    const on = (rows[Math.floor(gv)] as Uint8Array | undefined)?.[Math.floor(gu)] === 1
    const fu = Math.abs(gu - Math.floor(gu) - 0.5)
    const fv = Math.abs(gv - Math.floor(gv) - 0.5)
    const inside = (0.46 - Math.max(fu, fv)) * pitch
    return on ? inside : -0.01
  }
}

/** Quarter arcs that find their way (Truchet 1704, Smith 1987). */
const paths: Make = ({ seed, pitch, angle }) => {
  const random = new Random(seed)
  const way = Uint8Array.from({ length: 4096 }, () => (random.next() < 0.5 ? 1 : 0))
  const turn = spin(angle)
  return (x, y) => {
    const [u, v] = turn(x, y)
    const gu = u / pitch + 100
    const gv = v / pitch + 100
    const iu = Math.floor(gu)
    const iv = Math.floor(gv)
    const flip = way[(iu * 64 + iv) & 4095] === 1
    const fu = flip ? 1 - (gu - iu) : gu - iu
    const fv = gv - iv
    const d = Math.min(Math.abs(Math.hypot(fu, fv) - 0.5), Math.abs(Math.hypot(1 - fu, 1 - fv) - 0.5))
    return Math.max(0.19 - d, 0.045 - Math.abs(d - 0.29)) * pitch
  }
}

/** A beam that draws two tones against one another. */
const scope: Make = ({ seed, pitch, angle }) => {
  const random = new Random(seed)
  const a = random.pick([2, 3, 4])
  const b = a + 1
  const samples = 900
  const points = Array.from({ length: samples + 1 }, (_, i) => {
    const t = (i / samples) * Math.PI * 2
    return [0.44 * Math.sin(a * t + angle), 0.44 * Math.sin(b * t)] as const
  })
  const size = 180
  const field = new Float32Array(size * size).fill(9)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = ((column + 0.5) / size - 0.5) * 1.4
      const y = ((row + 0.5) / size - 0.5) * 1.4
      let nearest = 9
      for (const [px, py] of points) nearest = Math.min(nearest, (px - x) * (px - x) + (py - y) * (py - y))
      field[row * size + column] = Math.sqrt(nearest)
    }
  }
  const at = (x: number, y: number) => {
    const u = Math.min(size - 1.001, Math.max(0, (x / 1.4 + 0.5) * size - 0.5))
    const v = Math.min(size - 1.001, Math.max(0, (y / 1.4 + 0.5) * size - 0.5))
    const iu = Math.floor(u)
    const iv = Math.floor(v)
    const i = iv * size + iu
    const top = (field[i] as number) * (1 - u + iu) + (field[i + 1] as number) * (u - iu)
    const low = (field[i + size] as number) * (1 - u + iu) + (field[i + size + 1] as number) * (u - iu)
    return top * (1 - v + iv) + low * (v - iv)
  }
  return (x, y) => wave(at(x, y) / pitch + 0.25, pitch)
}

/** Three stones in one pond. */
const pond: Make = ({ seed, pitch }) => {
  const random = new Random(seed)
  const stones = Array.from({ length: 3 }, () => [random.between(-0.5, 0.5), random.between(-0.5, 0.5)] as const)
  return (x, y) => {
    let sum = 0
    for (const [sx, sy] of stones) sum += Math.cos((Math.hypot(x - sx, y - sy) * Math.PI * 2) / pitch)
    return (sum * pitch) / 9
  }
}

/** Saw teeth, each row a little later. */
const teeth: Make = ({ pitch, angle }) => {
  const turn = spin(angle)
  return (x, y) => {
    const [u, v] = turn(x, y)
    const saw = Math.abs(((((u / (pitch * 2.6) + Math.sin(v * 3) * 0.6) % 1) + 1) % 1) - 0.5) * pitch * 2.2
    return wave((v + saw) / pitch, pitch) * 0.6
  }
}

/** Arms that wind inwards, against arms that wind outwards. */
const spiral: Make = ({ pitch, angle }) => {
  return (x, y) => {
    const r = Math.hypot(x, y)
    const turns = Math.atan2(y, x) / (Math.PI * 2)
    const a = wave(r / pitch + turns * 3 + angle, pitch)
    const b = wave(r / (pitch * 2.2) - turns * 5, pitch * 2.2)
    return both(a, b)
  }
}

/** Sixteen steps, as programmed. */
const steps: Make = ({ seed, pitch, angle }) => {
  const random = new Random(seed)
  const pads = Array.from({ length: 900 }, () => random.next())
  const turn = spin(angle)
  return (x, y) => {
    const [u, v] = turn(x, y)
    const gu = u / pitch + 15
    const gv = v / (pitch * 1.5) + 15
    const iu = Math.floor(gu)
    const iv = Math.floor(gv)
    const dice = pads[(iu + iv * 30) % 900] ?? 0
    const fx = Math.abs(gu - iu - 0.5) * pitch
    const fy = Math.abs(gv - iv - 0.5) * pitch * 1.5
    const half = pitch * (dice < 0.38 ? 0.4 : dice < 0.7 ? 0.24 : 0.07)
    const tall = pitch * 1.5 * 0.5 - pitch * 0.5 + half
    const qx = Math.max(0, fx)
    const qy = Math.max(0, fy - Math.max(0, tall - half))
    return half - Math.hypot(qx, qy)
  }
}

/** Two gratings, hardly turned against one another. */
const gratings: Make = ({ pitch, angle }) => {
  const one = spin(angle)
  const two = spin(angle + 0.075)
  return (x, y) => {
    const [u] = one(x, y)
    const [, v] = two(y, x)
    return both(wave(u / pitch, pitch), wave((v + 0.05 * Math.sin(x * 6)) / (pitch * 0.97), pitch))
  }
}

export const signals = {
  rings,
  voice,
  chirp,
  spokes,
  lens,
  automaton,
  paths,
  scope,
  pond,
  teeth,
  spiral,
  steps,
  gratings,
} satisfies Record<string, Make>
export type SignalName = keyof typeof signals

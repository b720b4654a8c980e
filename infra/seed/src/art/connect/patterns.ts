import { Random } from '../core/index.ts'
import { type Make, spin, wave } from './signal.ts'

/** A row of ones and noughts, and the rows that follow from it (rule 30, Wolfram 1983). */
export const automaton: Make = ({ seed, pitch, angle }) => {
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
export const paths: Make = ({ seed, pitch, angle }) => {
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
export const scope: Make = ({ seed, pitch, angle }) => {
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

/** Sixteen steps, as programmed. */
export const steps: Make = ({ seed, pitch, angle }) => {
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

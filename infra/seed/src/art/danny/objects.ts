import type { Scene } from '../core/march.ts'
import {
  ball,
  block,
  capsule,
  carve,
  common,
  drum,
  grid,
  join,
  link,
  melt,
  move,
  ring,
  type Solid,
  turn,
  turned,
  wheel,
} from '../core/solids.ts'

/** What lies about where this music is played: each a body under one hard light, made to survive a coarse screen. */

const cone = (radius: number): Solid => {
  const dish = turned((z) => radius * (0.34 + 0.66 * z), 0, 1, 0.03)
  const squashed: Solid = (x, y, z) => dish(x, y, z / 0.4 + 0.9) * 0.4
  return join(squashed, move(ball(radius * 0.36), 0, 0, -0.3), ring(radius * 1.02, radius * 0.09))
}

const cabinet = (): Solid => {
  const box = carve(block(0.62, 1, 0.5, 0.03), join(move(drum(0.5, 0.4), 0, -0.4, 0.5), move(drum(0.26, 0.4), 0, 0.55, 0.5)))
  return join(box, move(cone(0.47), 0, -0.4, 0.5), move(cone(0.24), 0, 0.55, 0.5))
}

const whistle = (): Solid => {
  const faces = join(move(ring(0.4, 0.03), 0, 0, 0.3), move(drum(0.14, 0.05, 0.02), 0, 0, 0.3))
  const body = carve(carve(drum(0.52, 0.3, 0.04), move(drum(0.37, 0.06), 0, 0, 0.32)), drum(0.43, 0.2))
  const mouth = move(block(0.52, 0.16, 0.24, 0.03), 0.62, 0.36, 0)
  const slot = turn(move(block(0.2, 0.2, 0.23), 0.3, 0.6, 0), 'z', 0.12)
  return join(carve(join(body, mouth), slot), faces, move(turn(ring(0.17, 0.04), 'x', 0.5), -0.64, 0.32, 0))
}

const chain = (): Solid => {
  const upright = link(0.2, 0.17, 0.07)
  const flat = turn(upright, 'x', Math.PI / 2)
  const links: Solid[] = []
  for (let i = -4; i <= 4; i++) links.push(move(i % 2 ? flat : upright, i * 0.48, 0, 0))
  const one = join(...links)
  return join(turn(move(one, 0.1, 0, 0.25), 'z', 0.62), turn(move(one, -0.1, 0, -0.3), 'z', -0.75))
}

const knot = (p: number, q: number): Solid => {
  return (x, y, z) => {
    const radius = Math.sqrt(x * x + y * y)
    const angle = Math.atan2(y, x)
    let nearest = Number.POSITIVE_INFINITY
    for (let k = 0; k < p; k++) {
      const twist = ((angle + Math.PI * 2 * k) * q) / p
      const a = radius - 0.66 - 0.26 * Math.cos(twist)
      const b = z - 0.26 * Math.sin(twist)
      nearest = Math.min(nearest, Math.sqrt(a * a + b * b))
    }
    return (nearest - 0.135) * 0.7
  }
}

const tower = (): Solid => {
  const slab = block(0.42, 1.9, 0.34)
  const windows = move(grid(block(0.085, 0.055, 0.1), 0.21, 0.17, 4, 21), 0, 0, 0.34)
  const sides = turn(move(grid(block(0.07, 0.055, 0.1), 0.2, 0.17, 3, 21), 0, 0, 0.42), 'y', Math.PI / 2)
  const balconies = move(grid(block(0.1, 0.02, 0.06), 0.42, 0.17, 2, 21), 0, -0.07, 0.4)
  const stair = move(block(0.12, 2, 0.12), 0.5, 0.1, -0.2)
  return join(carve(carve(slab, windows), sides), balconies, stair)
}

const stairs = (): Solid => {
  const pitch = 0.13
  const count = 18
  const steps: Solid[] = []
  for (let i = 0; i < count; i++) {
    const tread = move(block(0.36, 0.03, 0.13), 0.44, 0, 0)
    steps.push(move(turn(tread, 'y', i * 0.42), 0, (i - count / 2) * pitch, 0))
  }
  return join(...steps, turn(drum(0.1, 2), 'x', Math.PI / 2))
}

const horn = (): Solid => {
  const flare = turned((z) => 0.075 + 0.017 * Math.exp((z + 0.9) * 2.15), -0.95, 0.75, 0.02)
  return join(flare, move(drum(0.24, 0.2, 0.05), 0, 0, -1.05), move(ring(0.68, 0.035), 0, 0, 0.75))
}

const fan = (): Solid => {
  const blade: Solid = (x, y, z) => block(0.34, 0.17, 0.03, 0.02)(x - 0.46, y, z + y * 0.75) * 0.7
  const guard = move(
    join(ring(0.3, 0.018), ring(0.55, 0.018), ring(0.8, 0.018), wheel(move(block(0.42, 0.014, 0.014), 0.42, 0, 0), 8)),
    0,
    0,
    0.3,
  )
  const frame = carve(block(1, 1, 0.24, 0.03), drum(0.9, 0.5))
  return join(wheel(blade, 7), drum(0.16, 0.14, 0.04), frame, guard)
}

const trafficCone = (): Solid => {
  const body = turned((z) => 0.1 + (0.86 - z) * 0.22, -0.8, 0.86, 0.03)
  const upright = turn(body, 'x', -Math.PI / 2)
  return join(upright, move(block(0.62, 0.06, 0.62, 0.04), 0, -0.86, 0))
}

const plug = (): Solid => {
  const tip = join(
    move(drum(0.085, 0.32), 0, 0, 0.5),
    move(ball(0.105), 0, 0, 0.86),
    move(drum(0.1, 0.012), 0, 0, 0.62),
    move(drum(0.1, 0.012), 0, 0, 0.4),
  )
  const grip = join(move(drum(0.21, 0.4, 0.05), 0, 0, -0.2), move(drum(0.25, 0.06, 0.02), 0, 0, 0.2))
  const knurl: Solid = (x, y, z) => grip(x, y, z) + 0.012 * Math.cos(Math.atan2(y, x) * 18)
  const cable = join(
    capsule([0, 0, -0.5], [0.1, 0.05, -1.1], 0.11, 0.08),
    capsule([0.1, 0.05, -1.1], [0.5, 0.4, -1.7], 0.08),
    capsule([0.5, 0.4, -1.7], [0.4, 1.4, -2], 0.08),
  )
  return join(tip, knurl, cable)
}

const knobs = (): Solid => {
  const cap = join(drum(0.15, 0.14, 0.03), move(drum(0.2, 0.03, 0.01), 0, 0, -0.1))
  const notched = carve(cap, move(block(0.022, 0.08, 0.05), 0, 0.09, 0.15))
  const turnedKnob: Solid = (x, y, z) => {
    const cellX = Math.round(x / 0.5)
    const cellY = Math.round(y / 0.5)
    const angle = Math.sin(cellX * 12.9 + cellY * 78.2) * 2.4
    const c = Math.cos(angle)
    const s = Math.sin(angle)
    const px = x - cellX * 0.5
    const py = y - cellY * 0.5
    return notched(px * c + py * s, py * c - px * s, z) * 0.9
  }
  const shaped = common(turnedKnob, block(1.3, 1.8, 0.5))
  return join(shaped, move(block(3, 3, 0.05), 0, 0, -0.18))
}

const arches = (): Solid => {
  const bay = join(move(block(0.5, 0.8, 9), 0, -0.55, 0), drum(0.5, 9))
  const slice = carve(block(1.3, 1.5, 0.09), move(bay, 0, 0.1, 0))
  const row: Solid = (x, y, z) => slice(x, y, z - Math.max(-6, Math.min(1, Math.round(z / 0.55))) * 0.55)
  return join(row, move(block(1.3, 0.05, 4), 0, -0.95, -2.5), move(block(1.3, 1.5, 0.05), 0, 0, -3.9))
}

const discs = (): Solid => {
  const disc = carve(drum(0.8, 0.012), drum(0.035, 0.1))
  return join(turn(disc, 'x', 0.1), move(turn(disc, 'y', 0.35), -0.25, 0.34, -0.5), move(turn(disc, 'y', -0.4), 0.3, -0.36, 0.5))
}

const grooves = (x: number, y: number) => {
  const radius = Math.sqrt(x * x + y * y)
  if (radius < 0.28) return 1.7
  const wedge = Math.abs(Math.cos(Math.atan2(y, x) - 0.7)) ** 10
  return 0.22 + 1.5 * wedge + 0.16 * Math.sin(radius * 90)
}

const facets = (x: number, y: number, z: number) => {
  const rows = 15
  const row = Math.floor((Math.asin(Math.max(-1, Math.min(1, y / 0.9))) / Math.PI + 0.5) * rows)
  const columns = Math.max(3, Math.round(Math.cos(((row + 0.5) / rows - 0.5) * Math.PI) * rows * 2))
  const column = Math.floor((Math.atan2(z, x) / (Math.PI * 2) + 0.5) * columns)
  const sparkle = Math.abs(Math.sin(row * 127.1 + column * 311.7) * 43758.5453) % 1
  return 0.35 + 1.5 * sparkle ** 2.2
}

/** A head with headphones, turned a little away: nobody's portrait. */
const head = (): Solid => {
  const skull = melt(move(ball(0.46), 0, 0.28, -0.04), move(ball(0.34), 0, 0.02, 0.1), 0.3)
  const jaw = melt(skull, capsule([0, -0.1, 0.12], [0, -0.24, 0.2], 0.24, 0.16), 0.2)
  const nose = melt(jaw, capsule([0, 0.2, 0.4], [0, 0.02, 0.52], 0.05, 0.075), 0.12)
  const brow = melt(nose, capsule([-0.18, 0.26, 0.36], [0.18, 0.26, 0.36], 0.06), 0.12)
  const lips = melt(brow, capsule([-0.08, -0.1, 0.4], [0.08, -0.1, 0.4], 0.045), 0.08)
  const neck = melt(lips, capsule([0, -0.2, -0.06], [0, -0.75, -0.1], 0.22, 0.25), 0.14)
  const shoulders = melt(neck, capsule([-0.66, -1.06, -0.1], [0.66, -1.06, -0.1], 0.32), 0.35)
  const cup = join(drum(0.25, 0.09, 0.05), move(ring(0.19, 0.06), 0, 0, 0.05))
  const cups = join(move(turn(cup, 'y', Math.PI / 2), 0.5, 0.14, -0.02), move(turn(cup, 'y', -Math.PI / 2), -0.5, 0.14, -0.02))
  const band = common(move(ring(0.58, 0.055), 0, 0.26, -0.02), move(block(1, 0.6, 1), 0, 0.8, 0))
  return join(shoulders, cups, band, shades)
}

/** Wrap-around glasses: the front of a flat oval tube. */
const shades: Solid = (x, y, z) => {
  const lens = (Math.sqrt((x * x) / 0.19 + ((z + 0.02) * (z + 0.02)) / 0.27) - 1) * 0.44
  return Math.max(Math.abs(lens) - 0.025, Math.abs(y - 0.185) - 0.085, -z)
}

export const objects = {
  bins: { solid: cabinet(), yaw: 0.5, pitch: 0.12, extent: 1.12 },
  whistle: { solid: turn(move(whistle(), -0.2, 0, 0), 'z', -0.35), yaw: 0.35, pitch: 0.25, extent: 0.95, gloss: 0.7 },
  chain: { solid: chain(), yaw: 0.15, pitch: 0.25, extent: 1, gloss: 0.8 },
  knot: { solid: knot(2, 5), yaw: 0.4, pitch: 0.35, extent: 1.12, gloss: 0.6 },
  tower: { solid: move(tower(), -0.05, 0.35, 0), yaw: 0.62, pitch: -0.42, extent: 1.15, lens: 0.36 },
  stairs: { solid: stairs(), yaw: 0.3, pitch: 0.55, extent: 1.0, lens: 0.3 },
  horn: { solid: horn(), yaw: 0.72, pitch: 0.22, extent: 1.08, gloss: 0.6 },
  fan: { solid: fan(), yaw: 0.32, pitch: 0.1, extent: 1.12 },
  cone: {
    solid: trafficCone(),
    yaw: 0.4,
    pitch: 0.2,
    extent: 1.12,
    finish: (_x: number, y: number) => (Math.abs(y + 0.25) < 0.17 || Math.abs(y - 0.38) < 0.1 ? 1.35 : 0.5),
  },
  plug: { solid: turn(move(plug(), 0, 0, 0), 'x', 0.5), yaw: 1.0, pitch: 0.3, extent: 0.95, gloss: 0.9 },
  knobs: { solid: knobs(), yaw: 0.5, pitch: -0.55, extent: 0.95, lens: 0.3 },
  arches: { solid: arches(), yaw: 0.1, pitch: 0.02, extent: 0.95, lens: 0.42, from: [0.5, 0.35, 0.75] as const },
  discs: { solid: discs(), yaw: 0.45, pitch: 0.3, extent: 1.1, finish: grooves, gloss: 0.15 },
  mirrorball: { solid: ball(0.9), yaw: 0.2, pitch: 0.15, extent: 1.12, finish: facets, gloss: 0.9 },
  head: {
    solid: head(),
    yaw: 0.55,
    pitch: 0.02,
    extent: 1.1,
    from: [-0.8, 0.45, 0.35] as const,
    finish: (x: number, y: number, z: number) => (Math.abs(shades(x, y, z)) < 0.01 ? 0.25 : 1),
  },
} satisfies Record<string, Scene>

export type ObjectName = keyof typeof objects

/** The same cabinet stacked three high and seven wide, every other one on its head. */
const stacks = (): Solid => {
  const stack = cabinet()
  return (x, y, z) => {
    const column = Math.max(-4, Math.min(4, Math.round(x / 1.3)))
    const row = Math.max(-1, Math.min(1, Math.round(y / 2.06)))
    const flip = (column + row) % 2 === 0 ? 1 : -1
    return stack(x - column * 1.3, (y - row * 2.06) * flip, z - 0.22 * Math.cos(column * 2.1 + row))
  }
}

export const soundSystem: Scene = { solid: stacks(), yaw: 0.34, pitch: 0.05, extent: 1.95, lens: 0.26, from: [-0.85, 0.5, 0.3] }

import { ball, block, capsule, carve, common, drum, join, melt, move, ring, type Solid, turn, turned } from '../core/solids.ts'

const cone = (radius: number): Solid => {
  const dish = turned((z) => radius * (0.34 + 0.66 * z), 0, 1, 0.03)
  const squashed: Solid = (x, y, z) => dish(x, y, z / 0.4 + 0.9) * 0.4
  return join(squashed, move(ball(radius * 0.36), 0, 0, -0.3), ring(radius * 1.02, radius * 0.09))
}

export const cabinet = (): Solid => {
  const box = carve(block(0.62, 1, 0.5, 0.03), join(move(drum(0.5, 0.4), 0, -0.4, 0.5), move(drum(0.26, 0.4), 0, 0.55, 0.5)))
  return join(box, move(cone(0.47), 0, -0.4, 0.5), move(cone(0.24), 0, 0.55, 0.5))
}

/** The same cabinet stacked three high and seven wide, every other one on its head. */
export const stacks = (): Solid => {
  const stack = cabinet()
  return (x, y, z) => {
    const column = Math.max(-4, Math.min(4, Math.round(x / 1.3)))
    const row = Math.max(-1, Math.min(1, Math.round(y / 2.06)))
    const flip = (column + row) % 2 === 0 ? 1 : -1
    return stack(x - column * 1.3, (y - row * 2.06) * flip, z - 0.22 * Math.cos(column * 2.1 + row))
  }
}

export const horn = (): Solid => {
  const flare = turned((z) => 0.075 + 0.017 * Math.exp((z + 0.9) * 2.15), -0.95, 0.75, 0.02)
  return join(flare, move(drum(0.24, 0.2, 0.05), 0, 0, -1.05), move(ring(0.68, 0.035), 0, 0, 0.75))
}

export const plug = (): Solid => {
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

export const knobs = (): Solid => {
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

export const discs = (): Solid => {
  const disc = carve(drum(0.8, 0.012), drum(0.035, 0.1))
  return join(turn(disc, 'x', 0.1), move(turn(disc, 'y', 0.35), -0.25, 0.34, -0.5), move(turn(disc, 'y', -0.4), 0.3, -0.36, 0.5))
}

export const grooves = (x: number, y: number) => {
  const radius = Math.sqrt(x * x + y * y)
  if (radius < 0.28) return 1.7
  const wedge = Math.abs(Math.cos(Math.atan2(y, x) - 0.7)) ** 10
  return 0.22 + 1.5 * wedge + 0.16 * Math.sin(radius * 90)
}

export const facets = (x: number, y: number, z: number) => {
  const rows = 15
  const row = Math.floor((Math.asin(Math.max(-1, Math.min(1, y / 0.9))) / Math.PI + 0.5) * rows)
  const columns = Math.max(3, Math.round(Math.cos(((row + 0.5) / rows - 0.5) * Math.PI) * rows * 2))
  const column = Math.floor((Math.atan2(z, x) / (Math.PI * 2) + 0.5) * columns)
  const sparkle = Math.abs(Math.sin(row * 127.1 + column * 311.7) * 43758.5453) % 1
  return 0.35 + 1.5 * sparkle ** 2.2
}

/** Wrap-around glasses: the front of a flat oval tube. */
export const shades: Solid = (x, y, z) => {
  const lens = (Math.sqrt((x * x) / 0.19 + ((z + 0.02) * (z + 0.02)) / 0.27) - 1) * 0.44
  return Math.max(Math.abs(lens) - 0.025, Math.abs(y - 0.185) - 0.085, -z)
}

/** A head with headphones, turned a little away: nobody's portrait. */
export const head = (): Solid => {
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

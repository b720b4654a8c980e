import { block, carve, drum, grid, join, link, move, ring, type Solid, turn, turned, wheel } from '../core/solids.ts'

export const whistle = (): Solid => {
  const faces = join(move(ring(0.4, 0.03), 0, 0, 0.3), move(drum(0.14, 0.05, 0.02), 0, 0, 0.3))
  const body = carve(carve(drum(0.52, 0.3, 0.04), move(drum(0.37, 0.06), 0, 0, 0.32)), drum(0.43, 0.2))
  const mouth = move(block(0.52, 0.16, 0.24, 0.03), 0.62, 0.36, 0)
  const slot = turn(move(block(0.2, 0.2, 0.23), 0.3, 0.6, 0), 'z', 0.12)
  return join(carve(join(body, mouth), slot), faces, move(turn(ring(0.17, 0.04), 'x', 0.5), -0.64, 0.32, 0))
}

export const chain = (): Solid => {
  const upright = link(0.2, 0.17, 0.07)
  const flat = turn(upright, 'x', Math.PI / 2)
  const links: Solid[] = []
  for (let i = -4; i <= 4; i++) links.push(move(i % 2 ? flat : upright, i * 0.48, 0, 0))
  const one = join(...links)
  return join(turn(move(one, 0.1, 0, 0.25), 'z', 0.62), turn(move(one, -0.1, 0, -0.3), 'z', -0.75))
}

export const knot = (p: number, q: number): Solid => {
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

export const tower = (): Solid => {
  const slab = block(0.42, 1.9, 0.34)
  const windows = move(grid(block(0.085, 0.055, 0.1), 0.21, 0.17, 4, 21), 0, 0, 0.34)
  const sides = turn(move(grid(block(0.07, 0.055, 0.1), 0.2, 0.17, 3, 21), 0, 0, 0.42), 'y', Math.PI / 2)
  const balconies = move(grid(block(0.1, 0.02, 0.06), 0.42, 0.17, 2, 21), 0, -0.07, 0.4)
  const stair = move(block(0.12, 2, 0.12), 0.5, 0.1, -0.2)
  return join(carve(carve(slab, windows), sides), balconies, stair)
}

export const stairs = (): Solid => {
  const pitch = 0.13
  const count = 18
  const steps: Solid[] = []
  for (let i = 0; i < count; i++) {
    const tread = move(block(0.36, 0.03, 0.13), 0.44, 0, 0)
    steps.push(move(turn(tread, 'y', i * 0.42), 0, (i - count / 2) * pitch, 0))
  }
  return join(...steps, turn(drum(0.1, 2), 'x', Math.PI / 2))
}

export const fan = (): Solid => {
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

export const trafficCone = (): Solid => {
  const body = turned((z) => 0.1 + (0.86 - z) * 0.22, -0.8, 0.86, 0.03)
  const upright = turn(body, 'x', -Math.PI / 2)
  return join(upright, move(block(0.62, 0.06, 0.62, 0.04), 0, -0.86, 0))
}

export const arches = (): Solid => {
  const bay = join(move(block(0.5, 0.8, 9), 0, -0.55, 0), drum(0.5, 9))
  const slice = carve(block(1.3, 1.5, 0.09), move(bay, 0, 0.1, 0))
  const row: Solid = (x, y, z) => slice(x, y, z - Math.max(-6, Math.min(1, Math.round(z / 0.55))) * 0.55)
  return join(row, move(block(1.3, 0.05, 4), 0, -0.95, -2.5), move(block(1.3, 1.5, 0.05), 0, 0, -3.9))
}

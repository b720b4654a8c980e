/** Signed distances of simple bodies, in the scene's units (about -1..1). A body is a function; bodies are put together by the functions below. */
export type Solid = (x: number, y: number, z: number) => number

export const ball =
  (radius: number): Solid =>
  (x, y, z) =>
    Math.sqrt(x * x + y * y + z * z) - radius

export const block = (w: number, h: number, d: number, round = 0): Solid => {
  return (x, y, z) => {
    const a = Math.abs(x) - w + round
    const b = Math.abs(y) - h + round
    const c = Math.abs(z) - d + round
    const ax = Math.max(a, 0)
    const by = Math.max(b, 0)
    const cz = Math.max(c, 0)
    return Math.sqrt(ax * ax + by * by + cz * cz) + Math.min(0, Math.max(a, b, c)) - round
  }
}

/** A cylinder along z. */
export const drum = (radius: number, half: number, round = 0): Solid => {
  return (x, y, z) => {
    const a = Math.sqrt(x * x + y * y) - radius + round
    const b = Math.abs(z) - half + round
    const outA = Math.max(a, 0)
    const outB = Math.max(b, 0)
    return Math.min(Math.max(a, b), 0) + Math.sqrt(outA * outA + outB * outB) - round
  }
}

/** A ring around z. */
export const ring =
  (radius: number, thick: number): Solid =>
  (x, y, z) => {
    const q = Math.sqrt(x * x + y * y) - radius
    return Math.sqrt(q * q + z * z) - thick
  }

/** A chain link around z, stretched along x. */
export const link =
  (half: number, radius: number, thick: number): Solid =>
  (x, y, z) => {
    const ex = Math.max(Math.abs(x) - half, 0)
    const q = Math.sqrt(ex * ex + y * y) - radius
    return Math.sqrt(q * q + z * z) - thick
  }

export const capsule = (a: readonly [number, number, number], b: readonly [number, number, number], ra: number, rb = ra): Solid => {
  const [bx, by, bz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const length2 = bx * bx + by * by + bz * bz
  return (x, y, z) => {
    const px = x - a[0]
    const py = y - a[1]
    const pz = z - a[2]
    const t = Math.min(1, Math.max(0, (px * bx + py * by + pz * bz) / length2))
    const dx = px - bx * t
    const dy = py - by * t
    const dz = pz - bz * t
    return Math.sqrt(dx * dx + dy * dy + dz * dz) - (ra + (rb - ra) * t)
  }
}

/** A body of revolution around z: the radius at each z, as a shell of a thickness. Scaled down, for the slope makes the distance too long. */
export const turned =
  (radiusAt: (z: number) => number, from: number, to: number, shell: number): Solid =>
  (x, y, z) => {
    const inside = Math.min(to, Math.max(from, z))
    const wall = Math.abs(Math.sqrt(x * x + y * y) - radiusAt(inside)) - shell
    const beyond = Math.max(from - z, z - to)
    return (beyond > 0 ? Math.sqrt(beyond * beyond + Math.max(wall, 0) ** 2) : wall) * 0.6
  }

export const move =
  (solid: Solid, dx: number, dy: number, dz: number): Solid =>
  (x, y, z) =>
    solid(x - dx, y - dy, z - dz)

export type Axis = 'x' | 'y' | 'z'

export const turn = (solid: Solid, axis: Axis, angle: number): Solid => {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  if (axis === 'x') return (x, y, z) => solid(x, y * c + z * s, z * c - y * s)
  if (axis === 'y') return (x, y, z) => solid(x * c - z * s, y, z * c + x * s)
  return (x, y, z) => solid(x * c + y * s, y * c - x * s, z)
}

export const join = (...solids: readonly Solid[]): Solid => {
  return (x, y, z) => {
    let nearest = Number.POSITIVE_INFINITY
    for (const solid of solids) nearest = Math.min(nearest, solid(x, y, z))
    return nearest
  }
}

/** Joined with a fillet of about `soft`. */
export const melt = (a: Solid, b: Solid, soft: number): Solid => {
  return (x, y, z) => {
    const da = a(x, y, z)
    const db = b(x, y, z)
    const h = Math.max(soft - Math.abs(da - db), 0) / soft
    return Math.min(da, db) - h * h * soft * 0.25
  }
}

export const carve =
  (from: Solid, tool: Solid): Solid =>
  (x, y, z) =>
    Math.max(from(x, y, z), -tool(x, y, z))

export const common =
  (a: Solid, b: Solid): Solid =>
  (x, y, z) =>
    Math.max(a(x, y, z), b(x, y, z))

/** The body repeated along x and y at a pitch, `countX` by `countY` times, around the origin. */
export const grid = (solid: Solid, pitchX: number, pitchY: number, countX: number, countY: number): Solid => {
  const lastX = (countX - 1) / 2
  const lastY = (countY - 1) / 2
  const cell = (v: number, pitch: number, last: number) => {
    const shift = last % 1
    return Math.min(last, Math.max(-last, Math.round(v / pitch - shift) + shift)) * pitch
  }
  return (x, y, z) => solid(x - cell(x, pitchX, lastX), y - cell(y, pitchY, lastY), z)
}

/** The body repeated around z, `count` times; the first lies on +x. */
export const wheel = (solid: Solid, count: number): Solid => {
  const sector = (Math.PI * 2) / count
  return (x, y, z) => {
    const radius = Math.sqrt(x * x + y * y)
    const angle = Math.atan2(y, x)
    const local = angle - Math.round(angle / sector) * sector
    return solid(radius * Math.cos(local), radius * Math.sin(local), z)
  }
}

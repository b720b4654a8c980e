import type { Scene } from '../core/march.ts'
import { ball, move, turn } from '../core/solids.ts'
import { cabinet, discs, facets, grooves, head, horn, knobs, plug, shades, stacks } from './bodies-hall.ts'
import { arches, chain, fan, knot, stairs, tower, trafficCone, whistle } from './bodies-street.ts'

/** What lies about where this music is played: each a body under one hard light, made to survive a coarse screen. */
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
  plug: { solid: turn(plug(), 'x', 0.5), yaw: 1.0, pitch: 0.3, extent: 0.95, gloss: 0.9 },
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

export const soundSystem: Scene = { solid: stacks(), yaw: 0.34, pitch: 0.05, extent: 1.95, lens: 0.26, from: [-0.85, 0.5, 0.3] }

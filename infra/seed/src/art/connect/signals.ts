import { automaton, paths, scope, steps } from './patterns.ts'
import type { Make } from './signal.ts'
import { chirp, gratings, lens, pond, rings, spiral, spokes, teeth, voice } from './waves.ts'

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

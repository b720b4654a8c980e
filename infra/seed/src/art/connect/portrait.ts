import { hex, type Picture, type Rgb, type Size } from '../core/index.ts'
import type { Signal } from './signal.ts'
import { signals } from './signals.ts'

/** Six of them, one frame each: a bust is an outline, and what fills it is a signal. */
const quiet: Signal = () => -1

const fillings: readonly { back: Signal; front: Signal; inks: readonly [string, string] }[] = [
  {
    back: signals.gratings({ seed: 'a', pitch: 0.05, angle: 0.4 }),
    front: signals.voice({ seed: 'a', pitch: 0.08, angle: 0.2 }),
    inks: ['#1b2cff', '#f6ffd9'],
  },
  {
    back: signals.steps({ seed: 'b', pitch: 0.12, angle: -0.12 }),
    front: signals.chirp({ seed: 'b', pitch: 0.2, angle: 1.2 }),
    inks: ['#ff3b1d', '#ffe3d3'],
  },
  { back: quiet, front: signals.spokes({ seed: 'c', pitch: 0.05, angle: 0.3 }), inks: ['#f1ede2', '#111111'] },
  {
    back: signals.chirp({ seed: 'd', pitch: 0.16, angle: 0.28 }),
    front: signals.lens({ seed: 'd', pitch: 0.16, angle: 0.5 }),
    inks: ['#d5ff2f', '#10130a'],
  },
  {
    back: signals.rings({ seed: 'e', pitch: 0.06, angle: 0.9 }),
    front: signals.teeth({ seed: 'e', pitch: 0.11, angle: 0.26 }),
    inks: ['#ffc2cf', '#c4002f'],
  },
  { back: quiet, front: signals.paths({ seed: 'f', pitch: 0.13, angle: 0.78 }), inks: ['#063d2c', '#7dffb0'] },
]

/** Head, neck and shoulders, leaning by the house's angle one way or the other. */
const bust = (lean: number, broad: number): Signal => {
  const c = Math.cos(lean)
  const s = Math.sin(lean)
  return (x0, y0) => {
    const x = x0 * c + (y0 - 0.4) * s
    const y = (y0 - 0.4) * c - x0 * s + 0.4
    const head = 0.2 - Math.hypot(x / broad, (y + 0.1) * 0.86)
    const neck = Math.min(0.085 - Math.abs(x), y - 0.02)
    const shoulders = 0.36 - Math.hypot(x * 0.9, y - 0.58)
    return Math.max(head, neck, shoulders)
  }
}

export function drawCollective(size: Size): Picture {
  const columns = 2
  const rows = 3
  const data = new Uint8Array(size.width * size.height * 3)
  const cellW = size.width / columns
  const cellH = size.height / rows
  const unit = Math.min(cellW, cellH)
  const people = fillings.map((filling, i) => ({
    ...filling,
    outline: bust(i % 2 ? 0.16 : -0.12, 0.92 + (i % 3) * 0.06),
    tones: filling.inks.map(hex) as [Rgb, Rgb],
  }))
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const column = Math.min(columns - 1, Math.floor(x / cellW))
      const row = Math.min(rows - 1, Math.floor(y / cellH))
      const person = people[row * columns + column] as (typeof people)[number]
      const u = (x + 0.5 - (column + 0.5) * cellW) / unit
      const v = (y + 0.5 - (row + 0.5) * cellH) / unit
      const inside = person.outline(u, v)
      const gap = 0.016 - Math.abs(inside)
      const signal = inside > 0 ? person.front(u, v) : person.back(u, v)
      const d = Math.min(1, Math.max(0, (gap > -0.004 ? Math.min(signal, -gap) : signal) * unit + 0.5))
      const [ground, ink] = person.tones
      const p = (y * size.width + x) * 3
      for (let c = 0; c < 3; c++) data[p + c] = (ground[c] as number) * (1 - d) + (ink[c] as number) * d + 0.5
    }
  }
  return { ...size, data }
}

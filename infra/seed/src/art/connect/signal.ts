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

export type Make = (tuning: Tuning) => Signal

export const spin = (angle: number) => {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  return (x: number, y: number) => [x * c + y * s, y * c - x * s] as const
}

/** A square wave of a phase (in turns), scaled to distance by the wave length: positive in the first half. */
export const wave = (phase: number, pitch: number) => {
  const t = phase - Math.floor(phase)
  return (0.25 - Math.abs(t - 0.25 > 0.5 ? t - 1.25 : t - 0.25)) * pitch
}

/** Exclusive or, kept as a distance. */
export const both = (a: number, b: number) => (a > 0 === b > 0 ? -Math.min(Math.abs(a), Math.abs(b)) : Math.min(Math.abs(a), Math.abs(b)))

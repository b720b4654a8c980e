import { rate } from './sound.ts'

/** Times in seconds, `sustain` 0..1. */
export interface Adsr {
  attack: number
  decay: number
  sustain: number
  release: number
}

/** Samples of a note that is held for `gate` samples, with its release. */
export const lengthOf = (envelope: Adsr, gate: number): number => Math.round(gate + envelope.release * rate)

/** The envelope of a note held for `gate` samples: a straight attack, exponential decay and release. */
export function adsr({ attack, decay, sustain, release }: Adsr, gate: number, length: number): Float32Array {
  const out = new Float32Array(length)
  const rise = Math.max(1, Math.round(attack * rate))
  const fall = Math.exp(-4 / Math.max(1, decay * rate))
  const end = Math.exp(-5 / Math.max(1, release * rate))
  let level = 0
  for (let i = 0; i < length; i++) {
    if (i >= gate) level *= end
    else if (i < rise) level = (i + 1) / rise
    else level = sustain + (level - sustain) * fall
    out[i] = level
  }
  // The release's last 5 ms reach nothing exactly.
  const last = Math.min(length, Math.round(0.005 * rate))
  for (let i = length - last; i < length; i++) out[i] = ((out[i] as number) * (length - 1 - i)) / last
  return out
}

/** A hit that dies away: 1 at its start (after `attack`), −60 dB after `time`. Both in seconds. */
export function strike(time: number, { attack = 0.0005, length = time }: { attack?: number; length?: number } = {}): Float32Array {
  const out = new Float32Array(Math.round(length * rate))
  const rise = Math.max(1, Math.round(attack * rate))
  const fall = Math.exp(-6.9 / (time * rate))
  let level = 1
  for (let i = 0; i < out.length; i++) {
    out[i] = i < rise ? (i + 1) / rise : level
    if (i >= rise) level *= fall
  }
  return out
}

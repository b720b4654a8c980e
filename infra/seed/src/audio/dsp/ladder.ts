import { rate } from './sound.ts'

/** Four poles in a row with saturated feedback, in place: the squelch of an acid line. @param resonance 0 to about 1.1 */
export function ladder(samples: Float32Array, resonance: number, hzAt: (i: number) => number): Float32Array {
  let [s1, s2, s3, s4] = [0, 0, 0, 0]
  let g = 0
  for (let i = 0; i < samples.length; i++) {
    if ((i & 15) === 0) g = 1 - Math.exp((-2 * Math.PI * Math.min(hzAt(i), 14_000)) / rate)
    const driven = (samples[i] as number) * (1 + resonance) - 4 * resonance * s4
    // A cheap tanh: exact enough below 3, and nothing comes higher.
    const square = Math.min(9, driven * driven)
    const input = (Math.max(-3, Math.min(3, driven)) * (27 + square)) / (27 + 9 * square)
    s1 += g * (input - s1)
    s2 += g * (s1 - s2)
    s3 += g * (s2 - s3)
    s4 += g * (s3 - s4)
    samples[i] = s4
  }
  return samples
}

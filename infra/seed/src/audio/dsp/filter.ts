import { rate } from './sound.ts'

export type Shape = 'lowpass' | 'highpass' | 'bandpass'

/** A two-pole state variable filter that stays stable while it is swept (Zavalishin's topology-preserving form, as Simper writes it). */
export class Filter {
  #a = 0
  #b = 0
  #g = 0
  #k = 1
  #a1 = 0
  #a2 = 0
  #a3 = 0
  readonly #shape: Shape

  constructor(shape: Shape, hz = 1000, resonance = 0) {
    this.#shape = shape
    this.tune(hz, resonance)
  }

  /** @param resonance 0 (flat) to just under 1 (ringing) */
  tune(hz: number, resonance: number): void {
    this.#g = Math.tan((Math.PI * Math.min(hz, rate * 0.45)) / rate)
    this.#k = 2 - 1.96 * resonance
    if (resonance === 0) this.#k = Math.SQRT2
    this.#a1 = 1 / (1 + this.#g * (this.#g + this.#k))
    this.#a2 = this.#g * this.#a1
    this.#a3 = this.#g * this.#a2
  }

  /** In place. */
  run(samples: Float32Array, from = 0, to = samples.length): void {
    const [a1, a2, a3, k, shape] = [this.#a1, this.#a2, this.#a3, this.#k, this.#shape]
    let [a, b] = [this.#a, this.#b]
    for (let i = from; i < to; i++) {
      const input = samples[i] as number
      const v3 = input - b
      const v1 = a1 * a + a2 * v3
      const v2 = b + a2 * a + a3 * v3
      a = 2 * v1 - a
      b = 2 * v2 - b
      samples[i] = shape === 'lowpass' ? v2 : shape === 'bandpass' ? k * v1 : input - k * v1 - v2
    }
    // Denormal numbers cost many times as much as any other.
    this.#a = Math.abs(a) < 1e-15 ? 0 : a
    this.#b = Math.abs(b) < 1e-15 ? 0 : b
  }
}

/** Filters a whole sound in place. */
export function filtered(samples: Float32Array, shape: Shape, hz: number, resonance = 0): Float32Array {
  new Filter(shape, hz, resonance).run(samples)
  return samples
}

/** Filters a whole sound in place, tuned anew every 16 samples by `hzAt(i)`. */
export function swept(samples: Float32Array, shape: Shape, resonance: number, hzAt: (i: number) => number): Float32Array {
  const filter = new Filter(shape)
  for (let i = 0; i < samples.length; i += 16) {
    filter.tune(hzAt(i), resonance)
    filter.run(samples, i, Math.min(samples.length, i + 16))
  }
  return samples
}

import { Random } from '../../art/core/random.ts'

/** White noise of −1..1, the same for the same seed (xorshift32: one multiplication a sample). */
export class Noise {
  #state: number

  constructor(seed: string) {
    this.#state = Math.floor(new Random(seed).next() * 0xfffffffe) + 1
  }

  next(): number {
    let x = this.#state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.#state = x
    return x * 4.656612873077393e-10
  }

  fill(length: number): Float32Array {
    const samples = new Float32Array(length)
    for (let i = 0; i < length; i++) samples[i] = this.next()
    return samples
  }
}

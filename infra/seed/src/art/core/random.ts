/** A seeded generator (sfc32): the same seed draws the same picture on every machine. */
export class Random {
  readonly #state: Uint32Array

  constructor(seed: string) {
    this.#state = hash4(seed)
    for (let i = 0; i < 16; i++) this.next()
  }

  /** 0 ≤ x < 1 */
  next(): number {
    const s = this.#state
    const [a, b, c, d] = s as unknown as [number, number, number, number]
    const t = (a + b + d) | 0
    s[3] = d + 1
    s[0] = b ^ (b >>> 9)
    s[1] = c + (c << 3)
    s[2] = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  int(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1))
  }

  /** Mean 0, deviation about 1, cheap: the sum of four uniforms. */
  bell(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.732
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i)
      const held = copy[i] as T
      copy[i] = copy[j] as T
      copy[j] = held
    }
    return copy
  }
}

/** FNV-1a, four times with different bases. */
function hash4(text: string): Uint32Array {
  const state = new Uint32Array([0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35])
  for (let i = 0; i < text.length; i++) {
    for (let k = 0; k < 4; k++) state[k] = Math.imul((state[k] as number) ^ (text.charCodeAt(i) + k * 131), 0x01000193)
  }
  return state
}

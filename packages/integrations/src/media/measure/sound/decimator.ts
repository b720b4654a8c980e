/** Every fourth sample is enough up to 2 kHz, and makes bins narrow enough to tell semitones at 55 Hz. */
export const decimation = 4
const taps = 48

/** A windowed sinc that keeps what lies below the new rate's half. Symmetric: half of it is kept. */
const lowPass = Float64Array.from({ length: taps / 2 }, (_, tap) => {
  const place = tap - (taps - 1) / 2
  const cutoff = 0.42 / decimation
  const sinc = Math.sin(2 * Math.PI * cutoff * place) / (Math.PI * place)
  return sinc * (0.54 - 0.46 * Math.cos((2 * Math.PI * tap) / (taps - 1)))
})

/** Lowers the rate of a stream to a fourth. */
export class Decimator {
  private readonly line: Float32Array
  private readonly out: Float32Array
  /** Silence stands before the first sample. */
  private filled = taps - 1
  /** Where the next window begins: the first ends at the fourth sample. */
  private next = decimation - 1

  /** @param most samples in a block */
  constructor(most: number) {
    this.line = new Float32Array(most + taps + decimation)
    this.out = new Float32Array(Math.ceil(most / decimation) + 1)
  }

  /** What a block gives. Valid until the next one. */
  run(block: Float32Array): Float32Array {
    const { line, out } = this
    line.set(block, this.filled)
    const filled = this.filled + block.length
    let from = this.next
    let count = 0
    for (; from + taps <= filled; from += decimation) {
      let sum = 0
      for (let tap = 0; tap < taps / 2; tap += 1)
        sum += ((line[from + tap] as number) + (line[from + taps - 1 - tap] as number)) * (lowPass[tap] as number)
      out[count] = sum
      count += 1
    }
    line.copyWithin(0, from, filled)
    // A window may begin behind the last sample: then the next block's first ones are skipped.
    this.filled = Math.max(0, filled - from)
    this.next = Math.max(0, from - filled)
    return out.subarray(0, count)
  }
}

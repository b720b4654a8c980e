import { Noise } from './noise.ts'
import { rate } from './sound.ts'

/** The 44 bytes before the samples of a 16-bit stereo WAV file of so many samples a side. */
export function wavHeader(samples: number): Buffer {
  const header = Buffer.alloc(44)
  const bytes = samples * 4
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + bytes, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(2, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * 4, 28)
  header.writeUInt16LE(4, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(bytes, 40)
  return header
}

/** Rounds to 16 bits with triangular dither: what is quieter than the last bit stays music and does not become a buzz. */
export class Dither {
  readonly #noise: Noise

  constructor(seed: string) {
    this.#noise = new Noise(`dither/${seed}`)
  }

  /** `length` samples of both sides, one after the other, little-endian. */
  pcm(left: Float32Array, right: Float32Array, length: number): Buffer {
    const out = new Int16Array(length * 2)
    for (let i = 0; i < length; i++) {
      out[2 * i] = this.#rounded(left[i] as number)
      out[2 * i + 1] = this.#rounded(right[i] as number)
    }
    return Buffer.from(out.buffer)
  }

  #rounded(sample: number): number {
    const value = Math.round(sample * 32_767 + (this.#noise.next() + this.#noise.next()) * 0.5)
    return Math.max(-32_768, Math.min(32_767, value))
  }
}

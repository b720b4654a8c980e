export interface TestAudio {
  seconds: number
  /** Another number, another tune. */
  seed?: number
  /** Silence before and behind, in seconds. */
  silence?: number
}

const rate = 44_100

/** A WAV (16 bit, stereo) with a kick on every beat of 120 and a wandering chord: enough for every measurement to find something. */
export function testWav({ seconds, seed = 1, silence = 0 }: TestAudio): Buffer {
  const quiet = Math.round(silence * rate)
  const sounding = Math.round(seconds * rate)
  const frames = sounding + 2 * quiet
  const wav = Buffer.alloc(44 + frames * 4)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + frames * 4, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(2, 22)
  wav.writeUInt32LE(rate, 24)
  wav.writeUInt32LE(rate * 4, 28)
  wav.writeUInt16LE(4, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(frames * 4, 40)
  // A walk that depends on the seed alone, so that no two tunes have one fingerprint.
  let state = seed * 2_654_435_761
  const random = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return state / 2 ** 32
  }
  const bars = Array.from({ length: Math.ceil(seconds) + 1 }, () => 110 * 2 ** (Math.floor(random() * 24) / 12))
  for (let at = 0; at < sounding; at += 1) {
    const second = at / rate
    const root = bars[Math.floor(second)] ?? 110
    const sinceBeat = second % 0.5
    const kick = Math.sin(2 * Math.PI * 55 * sinceBeat) * Math.exp(-sinceBeat * 12)
    const chord = [1, 1.25, 1.5].reduce((sum, ratio) => sum + Math.sin(2 * Math.PI * root * ratio * second), 0) / 3
    const hiss = (random() - 0.5) * Math.exp(-((second % 0.25) * 40))
    const value = Math.round((kick * 0.5 + chord * 0.25 + hiss * 0.15) * 32_000)
    wav.writeInt16LE(value, 44 + (quiet + at) * 4)
    wav.writeInt16LE(value, 46 + (quiet + at) * 4)
  }
  return wav
}

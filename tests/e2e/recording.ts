import { Buffer } from 'node:buffer'

const rate = 44_100

/**
 * A short recording that sounds like something: a kick on each beat at 120 BPM, a bass in A minor, with a second of silence before. As a WAV
 * file, 16 bit, stereo.
 */
export function shortRecording(seconds: number): Buffer {
  const frames = seconds * rate
  const samples = Buffer.alloc(frames * 4)
  for (let at = 0; at < frames; at += 1) {
    const time = at / rate
    const inBeat = (time % 0.5) / 0.5
    const kick = Math.sin(2 * Math.PI * (45 + 90 * Math.exp(-inBeat * 18)) * (time % 0.5)) * Math.exp(-inBeat * 7)
    const note = [110, 110, 130.81, 146.83][Math.floor(time / 2) % 4] ?? 110
    const bass = Math.sin(2 * Math.PI * note * time) * 0.3
    const value = time < 1 ? 0 : Math.max(-1, Math.min(1, kick * 0.6 + bass))
    samples.writeInt16LE(Math.round(value * 30_000), at * 4)
    samples.writeInt16LE(Math.round(value * 30_000), at * 4 + 2)
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(2, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 4, 28)
  head.writeUInt16LE(4, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

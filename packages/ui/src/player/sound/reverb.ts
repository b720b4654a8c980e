import type { Room } from './settings.ts'

interface Shape {
  /** Seconds until the sound has fallen by 60 dB */
  decayS: number
  /** Seconds before the first reflection comes back */
  beforeS: number
  /** 0 … 1: how fast the high frequencies die */
  damping: number
}

const shapes: Record<Exclude<Room, 'none'>, Shape> = {
  room: { decayS: 0.5, beforeS: 0.004, damping: 0.55 },
  hall: { decayS: 2.2, beforeS: 0.022, damping: 0.4 },
  cathedral: { decayS: 5.5, beforeS: 0.045, damping: 0.3 },
}

/** A small generator with a seed: a room sounds the same every time. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** Samples of a room's answer to a clap: noise that dies exponentially, its high frequencies sooner, different in each ear. */
export function impulse(room: Exclude<Room, 'none'>, rate: number, ear: number): Float32Array<ArrayBuffer> {
  const { decayS, beforeS, damping } = shapes[room]
  const length = Math.floor((decayS + beforeS) * rate)
  const first = Math.floor(beforeS * rate)
  const samples = new Float32Array(length)
  const random = noise(7919 * (ear + 1))
  let smooth = 0
  for (let index = first; index < length; index += 1) {
    const part = (index - first) / (length - first)
    const open = 1 - damping * Math.min(1, part * 2)
    smooth += (random() - smooth) * open
    samples[index] = smooth * 10 ** (-3 * part)
  }
  return samples
}

export function impulseOf(context: BaseAudioContext, room: Exclude<Room, 'none'>): AudioBuffer {
  const channels = [0, 1].map((ear) => impulse(room, context.sampleRate, ear))
  const buffer = context.createBuffer(2, channels[0]?.length ?? 1, context.sampleRate)
  for (const [index, samples] of channels.entries()) buffer.copyToChannel(samples, index)
  return buffer
}

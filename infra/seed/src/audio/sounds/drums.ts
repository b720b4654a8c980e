import { strike } from '../dsp/envelope.ts'
import { filtered, swept } from '../dsp/filter.ts'
import { Noise } from '../dsp/noise.ts'
import { saturate } from '../dsp/saturate.ts'
import { addInto, fadeOut, mono, normalise, rate, type Sound, seconds } from '../dsp/sound.ts'
import { addWave } from '../dsp/wavetable.ts'

const finish = (samples: Float32Array): Sound => {
  fadeOut(samples, 220)
  normalise(samples)
  return mono(samples)
}

/** A noise under an envelope. */
function burst(seed: string, time: number, shape: 'highpass' | 'bandpass' | 'lowpass', hz: number, resonance = 0): Float32Array {
  const envelope = strike(time)
  const noise = new Noise(seed)
  for (let i = 0; i < envelope.length; i++) envelope[i] = (envelope[i] as number) * noise.next()
  return filtered(envelope, shape, hz, resonance)
}

export interface KickShape {
  /** Where the drop of the pitch ends, in Hz. */
  hz: number
  /** How high it starts above that, in octaves. */
  drop: number
  /** Seconds until it is gone. */
  time: number
  click: number
  drive: number
}

/** A sine whose pitch falls: body, click and drive make it anything from a soft thud to a warehouse. */
export function kick({ hz, drop, time, click, drive }: KickShape): Sound {
  const samples = strike(time, { attack: 0.001 })
  let phase = 0
  for (let i = 0; i < samples.length; i++) {
    const t = i / rate
    phase += (hz * 2 ** (drop * Math.exp(-t * 38) + 0.35 * Math.exp(-t * 9))) / rate
    samples[i] = Math.sin(2 * Math.PI * phase) * (samples[i] as number)
  }
  addInto(samples, 0, burst('kick', 0.012, 'bandpass', 3200), 0, seconds(0.012), click)
  saturate(samples, drive)
  return finish(filtered(samples, 'lowpass', 9000))
}

export interface SnareShape {
  hz: number
  /** Seconds the wires ring. */
  time: number
  /** How much of it is the head, 0..1. */
  body: number
  bright: number
}

export function snare({ hz, time, body, bright }: SnareShape): Sound {
  const wires = burst(`snare${hz}`, time, 'highpass', 900)
  filtered(wires, 'lowpass', bright)
  const head = strike(0.14, { length: time })
  let phase = 0
  for (let i = 0; i < head.length; i++) {
    const bend = 1 + 0.6 * Math.exp((-i / rate) * 60)
    phase += (hz * bend) / rate
    head[i] = (Math.sin(2 * Math.PI * phase) + 0.45 * Math.sin(2 * Math.PI * phase * 1.63)) * (head[i] as number)
  }
  normalise(wires)
  for (let i = 0; i < wires.length; i++) wires[i] = (wires[i] as number) * (1 - body) + (head[i] as number) * body
  return finish(saturate(wires, 1.6))
}

/** Several hands, a few milliseconds apart, then the room. */
export function clap(bright: number, time = 0.22): Sound {
  const samples = new Float32Array(seconds(time + 0.03))
  const noise = new Noise('clap')
  for (const [at, length, gain] of [
    [0, 0.01, 0.7],
    [0.011, 0.01, 0.8],
    [0.021, time, 1],
  ] as const) {
    const hand = strike(length, { length: Math.min(length * 1.1, time) })
    for (let i = 0; i < hand.length; i++) hand[i] = (hand[i] as number) * noise.next()
    addInto(samples, seconds(at), hand, 0, Math.min(hand.length, samples.length - seconds(at)), gain)
  }
  filtered(samples, 'highpass', 700)
  filtered(samples, 'bandpass', bright, 0.25)
  return finish(saturate(samples, 1.4))
}

export function rim(hz = 1720): Sound {
  const samples = strike(0.05, { length: 0.06 })
  for (let i = 0; i < samples.length; i++) {
    const t = (2 * Math.PI * i) / rate
    samples[i] = (Math.sin(t * hz) + 0.6 * Math.sin(t * hz * 0.29)) * (samples[i] as number)
  }
  return finish(saturate(filtered(samples, 'highpass', 300), 2.2))
}

/** Six squares that share no harmonic, as cymbals of drum machines are made. */
const metal = [205.3, 304.4, 369.6, 522.7, 540, 800]

function metallic(time: number, hz: number, pitch: number, seed: string): Float32Array {
  const samples = new Float32Array(seconds(time * 1.05))
  for (const [i, each] of metal.entries()) addWave(samples, { wave: 'square', hz: each * pitch * 1.9, gain: 0.16, phase: i * 0.137 })
  const noise = new Noise(seed)
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) + noise.next() * 0.35
  filtered(samples, 'highpass', hz)
  filtered(samples, 'highpass', hz * 0.8)
  const envelope = strike(time, { length: time * 1.05 })
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * (envelope[i] as number)
  return samples
}

export const closedHat = (pitch = 1, time = 0.07): Sound => finish(metallic(time, 7200, pitch, 'closed'))
export const openHat = (pitch = 1, time = 0.34): Sound => finish(metallic(time, 6400, pitch, 'open'))
export const ride = (pitch = 1): Sound => {
  const samples = metallic(0.9, 4200, pitch * 1.2, 'ride')
  const bell = strike(0.5, { length: samples.length / rate })
  for (let i = 0; i < Math.min(bell.length, samples.length); i++)
    samples[i] = (samples[i] as number) * 0.8 + Math.sin((2 * Math.PI * i * 3140 * pitch) / rate) * (bell[i] as number) * 0.06
  return finish(samples)
}

export function shaker(bright = 6500, time = 0.09): Sound {
  const samples = new Noise('shaker').fill(seconds(time))
  // It swells before it falls: the beads need a moment.
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * Math.sin((Math.PI * (i / samples.length)) ** 0.7) ** 2
  return finish(filtered(filtered(samples, 'bandpass', bright, 0.15), 'highpass', 3000))
}

/** Skin under a hand: a pitch that gives a little, and the slap. */
export function skin({ hz, time, slap }: { hz: number; time: number; slap: number }): Sound {
  const samples = strike(time, { attack: 0.001 })
  let phase = 0
  for (let i = 0; i < samples.length; i++) {
    const t = i / rate
    phase += (hz * (1 + 0.14 * Math.exp(-t * 28))) / rate
    const [one, two] = [Math.sin(2 * Math.PI * phase), Math.sin(2 * Math.PI * phase * 1.59)]
    samples[i] = (one + 0.35 * two * Math.exp(-t * 22)) * (samples[i] as number)
  }
  const hand = burst(`skin${hz}`, 0.03, 'bandpass', 1900, 0.2)
  addInto(samples, 0, hand, 0, Math.min(hand.length, samples.length), slap)
  return finish(samples)
}

export function cowbell(): Sound {
  const samples = new Float32Array(seconds(0.3))
  addWave(samples, { wave: 'square', hz: 540, gain: 0.6 })
  addWave(samples, { wave: 'square', hz: 800, gain: 0.6 })
  filtered(samples, 'bandpass', 900, 0.4)
  const envelope = strike(0.28, { length: 0.3 })
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * (envelope[i] as number)
  return finish(samples)
}

/** A cymbal struck at a change, in stereo. */
export function crash(): Sound {
  const [left, right] = [metallic(2.2, 3600, 1.31, 'crash-left'), metallic(2.2, 3500, 1.37, 'crash-right')]
  for (const side of [left, right]) fadeOut(side, 4000)
  normalise(left, right)
  return { left, right }
}

/** Noise that opens over `time` seconds towards a change. */
export function riser(time: number): Sound {
  const [left, right] = ['left', 'right'].map((side) => {
    const samples = new Noise(`riser-${side}`).fill(seconds(time))
    swept(samples, 'bandpass', 0.35, (i) => 260 * 2 ** (5 * (i / samples.length) ** 1.3))
    for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * (i / samples.length) ** 2
    fadeOut(samples, 400)
    return samples
  }) as [Float32Array, Float32Array]
  normalise(left, right)
  return { left, right }
}

/** A low boom under a change. */
export const boom = (): Sound => kick({ hz: 36, drop: 1.6, time: 1.6, click: 0, drive: 1.2 })

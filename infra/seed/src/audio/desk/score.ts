import type { Curve } from '../dsp/curve.ts'
import type { Sound } from '../dsp/sound.ts'

/** A sound at a moment. `at` counts samples from the track's mark, the moment it takes over from the one before; its lead-in is negative. */
export interface Event {
  at: number
  sound: Sound
  gain: number
  /** −1 left … 1 right. */
  pan: number
}

/** One strip of the desk. */
export interface Channel {
  gain: number
  /** Shares sent to the track's reverb and echoes. */
  reverb: number
  delay: number
  /** How far the kick pushes it down, 0..1. */
  duck: number
  /** Hz over time. */
  lowpass: Curve | null
  highpass: Curve | null
  /** The fader over time. */
  level: Curve | null
  events: Event[]
}

/** A whole track, ready to be played. */
export interface Score {
  channels: Channel[]
  /** When the kick falls, for what makes way for it. */
  kicks: number[]
  /** Seconds after which what was pushed down is back. */
  duckSeconds: number
  /** Its first and last sample from the mark; what still rings then is faded by the desk. */
  from: number
  to: number
  reverb: { time: number; size: number; damp: number }
  delay: { length: number; feedback: number; hz: number }
}

import { type Curve, curveAt, ramp } from '../dsp/curve.ts'
import { Filter } from '../dsp/filter.ts'
import { addInto } from '../dsp/sound.ts'
import type { Channel, Event } from './score.ts'

/** Plays one channel block by block. */
export class Strip {
  readonly left: Float32Array
  readonly right: Float32Array
  readonly channel: Channel
  readonly #events: Event[]
  readonly #lowpass = [new Filter('lowpass'), new Filter('lowpass')] as const
  readonly #highpass = [new Filter('highpass'), new Filter('highpass')] as const
  #next = 0
  #sounding: Event[] = []

  constructor(channel: Channel, block: number) {
    this.channel = channel
    this.#events = [...channel.events].sort((a, b) => a.at - b.at)
    this.left = new Float32Array(block)
    this.right = new Float32Array(block)
  }

  /** Fills the strip's own buffers from sample `at` on. False when nothing sounds. */
  play(at: number): boolean {
    const { left, right, channel } = this
    const end = at + left.length
    for (let event = this.#events[this.#next]; event && event.at < end; event = this.#events[++this.#next]) this.#sounding.push(event)
    if (this.#sounding.length === 0) return false
    left.fill(0)
    right.fill(0)
    for (const { at: start, sound, gain, pan } of this.#sounding) {
      const skip = Math.max(0, at - start)
      const place = Math.max(0, start - at)
      const length = Math.min(left.length - place, sound.left.length - skip)
      if (length <= 0) continue
      // Balance, not panning law: the louder side stays as it is.
      addInto(left, place, sound.left, skip, length, gain * Math.min(1, 1 - pan))
      addInto(right, place, sound.right, skip, length, gain * Math.min(1, 1 + pan))
    }
    this.#sounding = this.#sounding.filter(({ at: start, sound }) => start + sound.left.length > end)
    if (channel.lowpass) this.#sweep(this.#lowpass, channel.lowpass, at, 0.12)
    if (channel.highpass) this.#sweep(this.#highpass, channel.highpass, at, 0)
    const [from, to] = channel.level ? [curveAt(channel.level, at), curveAt(channel.level, end)] : [1, 1]
    ramp(left, from * channel.gain, to * channel.gain)
    ramp(right, from * channel.gain, to * channel.gain)
    return true
  }

  #sweep([left, right]: readonly [Filter, Filter], curve: Curve, at: number, resonance: number): void {
    const step = 128
    for (let i = 0; i < this.left.length; i += step) {
      const hz = curveAt(curve, at + i)
      left.tune(hz, resonance)
      right.tune(hz, resonance)
      left.run(this.left, i, Math.min(this.left.length, i + step))
      right.run(this.right, i, Math.min(this.right.length, i + step))
    }
  }
}

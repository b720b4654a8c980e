import type { Curve } from '../dsp/curve.ts'

/** What the mixer does with one track, in samples from its own mark. */
export interface Moves {
  gain: Curve
  /** The bass knob as a high-pass, in Hz: two tracks never have their low end open at once. */
  highpass: Curve
  lowpass: Curve | null
}

export type Blend = 'blend' | 'sweep' | 'swap'

const shut = 320
const open = 20

interface Places {
  /** Samples of a bar. */
  bar: number
  /** Where the track's lead-in begins (negative), where the next one takes over, and where this one has gone. */
  from: number
  handOver: number
  to: number
  /** How this one comes in, and how it goes. */
  into: Blend | 'first'
  out: Blend | 'last'
}

/** In: the fader comes up under the other with the bass shut, and at the mark the bass is changed over. Out: the reverse, in one of three hands. */
export function moves({ bar, from, handOver, to, into, out }: Places): Moves {
  const gain: [number, number][] = []
  const highpass: [number, number][] = []
  if (into === 'first') {
    gain.push([0, 1])
    highpass.push([0, open])
  } else {
    gain.push([from, 0], [from + (into === 'swap' ? 0.5 : 0.6) * -from, 0.6], [-bar / 4, 0.85], [0, 1])
    highpass.push([from, 700], [-bar / 8, shut], [0, open])
  }
  if (out === 'last') return { gain: [...gain, [to, 1]], highpass, lowpass: null }
  gain.push([handOver, 1], [handOver + bar / 16, 0.8])
  highpass.push([handOver - bar / 16, open], [handOver, shut])
  if (out === 'blend') {
    gain.push([handOver + (to - handOver) / 2, 0.6], [to, 0])
    highpass.push([to, 900])
    return { gain, highpass, lowpass: null }
  }
  if (out === 'sweep') {
    gain.push([to - bar, 0.55], [to, 0])
    return {
      gain,
      highpass,
      lowpass: [
        [handOver, 18_000],
        [handOver + bar, 5000],
        [to, 400],
      ],
    }
  }
  gain.push([handOver + bar, 0.5], [handOver + 2 * bar, 0], [to, 0])
  highpass.push([handOver + 2 * bar, 2500])
  return { gain, highpass, lowpass: null }
}

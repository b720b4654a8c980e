import { type Adsr, adsr, lengthOf } from '../dsp/envelope.ts'
import { filtered, swept } from '../dsp/filter.ts'
import { ladder } from '../dsp/ladder.ts'
import { Noise } from '../dsp/noise.ts'
import { saturate } from '../dsp/saturate.ts'
import { fadeOut, hertz, mono, rate, type Sound, seconds } from '../dsp/sound.ts'
import { addWave, type Wave } from '../dsp/wavetable.ts'

/** What a note asks of an instrument: pitch (MIDI), how long it is held (samples), how hard (0..1). */
export interface Note {
  midi: number
  gate: number
  velocity: number
}

/** Plays one note at a peak of about one. The same note sounds the same: parts keep what was played. */
export type Instrument = (note: Note) => Sound

export interface Patch {
  wave: Wave
  /** Voices beside each other, their spread in cents, and over the stereo field (0..1). */
  voices: number
  detune: number
  width: number
  /** A sine an octave below. */
  sub?: number
  amp: Adsr
  filter: {
    /** Hz at rest, and how many octaves the envelope opens it. */
    hz: number
    opens: number
    resonance: number
    attack: number
    decay: number
  }
  drive?: number
}

/** The filter's opening: up in `attack` seconds, down in `decay`. */
const opening = ({ attack, decay }: { attack: number; decay: number }, i: number): number => {
  const t = i / rate
  return t < attack ? t / attack : Math.exp((-3 * (t - attack)) / decay)
}

/** Oscillators, a filter with its own envelope, an amplifier. */
export function subtractive(patch: Patch): Instrument {
  const { wave, voices, detune, width, sub = 0, amp, filter, drive } = patch
  return ({ midi, gate, velocity }) => {
    const length = lengthOf(amp, gate)
    const envelope = adsr(amp, gate, length)
    const side = (sign: number): Float32Array => {
      const samples = new Float32Array(length)
      for (let v = 0; v < voices; v++) {
        const place = voices === 1 ? 0 : (v / (voices - 1)) * 2 - 1
        const gain = (1 + sign * place * (v % 2 === 0 ? width : -width)) / voices ** 0.75 / 1.6
        addWave(samples, { wave, hz: hertz(midi + (place * detune) / 100), gain, phase: (v * 0.381 + midi * 0.17) % 1 })
      }
      if (sub > 0) addWave(samples, { wave: 'sine', hz: hertz(midi - 12), gain: sub })
      const open = filter.opens * (0.5 + 0.5 * velocity)
      swept(samples, 'lowpass', filter.resonance, (i) => filter.hz * 2 ** (open * opening(filter, i)))
      if (drive) saturate(samples, drive)
      for (let i = 0; i < length; i++) samples[i] = (samples[i] as number) * (envelope[i] as number)
      return samples
    }
    const left = side(-1)
    return width === 0 || voices === 1 ? mono(left) : { left, right: side(1) }
  }
}

/** Two operators: `ratio` and `index` make it a bell, an electric piano or a clang; the index falls in `decay` seconds. */
export function fm(patch: { ratio: number; index: number; decay: number; amp: Adsr; tine?: number; tremolo?: number }): Instrument {
  return ({ midi, gate, velocity }) => {
    const length = lengthOf(patch.amp, gate)
    const envelope = adsr(patch.amp, gate, length)
    const left = new Float32Array(length)
    const right = new Float32Array(length)
    const step = (2 * Math.PI * hertz(midi)) / rate
    // High notes of a struck thing are rounder.
    const bright = patch.index * velocity * Math.min(1, 1.5 - (midi - 48) / 60)
    const fall = Math.exp(-3 / (patch.decay * rate))
    const tineFall = Math.exp(-3 / (0.08 * rate))
    let [index, tine] = [bright, (patch.tine ?? 0) * velocity]
    for (let i = 0; i < length; i++) {
      const modulator = Math.sin(step * patch.ratio * i)
      const value = (Math.sin(step * i + index * modulator) + tine * Math.sin(step * 7.02 * i)) * (envelope[i] as number) * 0.8
      const sway = patch.tremolo ? patch.tremolo * Math.sin((2 * Math.PI * 4.6 * i) / rate) : 0
      left[i] = value * (1 + sway)
      right[i] = value * (1 - sway)
      index *= fall
      tine *= tineFall
    }
    return { left, right }
  }
}

/** Sines at an organ's drawbars, and the click of the key. */
export function organ(drawbars: readonly number[], amp: Adsr): Instrument {
  const ratios = [0.5, 1.5, 1, 2, 3, 4, 5, 6, 8]
  const sum = drawbars.reduce((a, b) => a + b, 0)
  return ({ midi, gate }) => {
    const length = lengthOf(amp, gate)
    const envelope = adsr(amp, gate, length)
    const samples = new Float32Array(length)
    drawbars.forEach((bar, i) => {
      const hz = hertz(midi) * (ratios[i] ?? 1)
      if (bar > 0 && hz < 9000) addWave(samples, { wave: 'sine', hz, gain: (bar / sum) * 1.4, phase: i * 0.11 })
    })
    for (let i = 0; i < length; i++) samples[i] = (samples[i] as number) * (envelope[i] as number)
    return mono(saturate(samples, 1.3))
  }
}

/** A plucked string (Karplus and Strong). @param bright 0..1 @param ring seconds until it is gone */
export function plucked({ bright, ring }: { bright: number; ring: number }): Instrument {
  return ({ midi, velocity }) => {
    const samples = new Float32Array(seconds(ring))
    const exact = rate / hertz(midi)
    const period = Math.floor(exact - 0.5)
    const share = exact - 0.5 - period
    const string = filtered(new Noise(`string${midi}`).fill(period + 1), 'lowpass', 1200 + 9000 * bright * velocity)
    const loss = Math.exp((-6.9 * exact) / (ring * rate))
    let last = 0
    for (let i = 0, at = 0; i < samples.length; i++) {
      const here = string[at] as number
      const next = string[at === period ? 0 : at + 1] as number
      const delayed = here + (next - here) * (1 - share)
      string[at] = (delayed * (0.5 + bright * 0.2) + last * (0.5 - bright * 0.2)) * loss
      last = delayed
      samples[i] = delayed
      at = at === period ? 0 : at + 1
    }
    fadeOut(samples, seconds(0.05))
    return mono(filtered(samples, 'highpass', 70))
  }
}

/** Formants in Hz of a sung vowel. */
const vowels = { ah: [730, 1090, 2440], oh: [570, 840, 2410], eh: [530, 1840, 2480], oo: [300, 870, 2240] } as const

/** A chopped voice: a saw through three formants, falling a little in pitch into the note. */
export function voice(vowel: keyof typeof vowels, amp: Adsr): Instrument {
  return ({ midi, gate }) => {
    const length = lengthOf(amp, gate)
    const envelope = adsr(amp, gate, length)
    const source = new Float32Array(length)
    for (const cents of [-7, 6])
      addWave(source, { wave: 'saw', hz: hertz(midi + cents / 100), gain: 0.5, glideFrom: 1.03, glide: seconds(0.05) })
    const samples = new Float32Array(length)
    vowels[vowel].forEach((hz, i) => {
      const formant = filtered(source.slice(), 'bandpass', hz, 0.86)
      for (let k = 0; k < length; k++) samples[k] = (samples[k] as number) + (formant[k] as number) * ([1, 0.55, 0.25][i] as number)
    })
    for (let i = 0; i < length; i++) samples[i] = (samples[i] as number) * (envelope[i] as number) * 1.3
    return mono(filtered(samples, 'highpass', 180))
  }
}

/** The low end as a sine with a little of the octave above, so that small speakers hear it too. */
export function subBass({ drive = 1.6, glide = 0 }: { drive?: number; glide?: number } = {}): Instrument {
  const amp = { attack: 0.006, decay: 0.3, sustain: 0.82, release: 0.05 }
  return ({ midi, gate }) => {
    const samples = new Float32Array(lengthOf(amp, gate))
    addWave(samples, {
      wave: 'sine',
      hz: hertz(midi),
      gain: 0.85,
      glideFrom: glide ? 2 ** (glide / 12) : 1,
      glide: glide ? seconds(0.07) : 0,
    })
    addWave(samples, { wave: 'triangle', hz: hertz(midi + 12), gain: 0.12 })
    saturate(samples, drive)
    const envelope = adsr(amp, gate, samples.length)
    for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * (envelope[i] as number) * 0.9
    return mono(samples)
  }
}

/** Saws that beat against each other over a steady sub, through a filter that breathes `rateHz` times a second. */
export function reese({ detune, hz, opens, rateHz }: { detune: number; hz: number; opens: number; rateHz: number }): Instrument {
  const amp = { attack: 0.012, decay: 0.4, sustain: 0.9, release: 0.07 }
  return ({ midi, gate }) => {
    const length = lengthOf(amp, gate)
    const envelope = adsr(amp, gate, length)
    const sub = new Float32Array(length)
    addWave(sub, { wave: 'sine', hz: hertz(midi), gain: 0.62 })
    const side = (sign: number): Float32Array => {
      const samples = new Float32Array(length)
      for (const [cents, gain] of [
        [0, 0.3],
        [sign * detune, 0.34],
        [-sign * detune * 0.6, 0.26],
      ] as const)
        addWave(samples, { wave: 'saw', hz: hertz(midi + 12 + cents / 100), gain, phase: 0.3 })
      swept(samples, 'lowpass', 0.35, (i) => hz * 2 ** (opens * (0.5 - 0.5 * Math.cos((2 * Math.PI * rateHz * i) / rate))))
      filtered(samples, 'highpass', 110)
      for (let i = 0; i < length; i++) samples[i] = ((samples[i] as number) * 0.8 + (sub[i] as number)) * (envelope[i] as number)
      return samples
    }
    return { left: side(1), right: side(-1) }
  }
}

/** One step of an acid line: a saw or square through the ladder. Accents open it. */
export function acid({ hz, resonance, square = false }: { hz: number; resonance: number; square?: boolean }): Instrument {
  const amp = { attack: 0.002, decay: 0.5, sustain: 0.5, release: 0.03 }
  return ({ midi, gate, velocity }) => {
    const samples = new Float32Array(lengthOf(amp, gate))
    addWave(samples, { wave: square ? 'square' : 'saw', hz: hertz(midi), gain: 0.6 })
    const accent = Math.max(0, velocity - 0.6) * 2.5
    ladder(
      samples,
      resonance * (0.85 + 0.15 * velocity),
      (i) => hz * 2 ** ((1.2 + 2.2 * accent) * Math.exp((-i / rate) * (accent > 0 ? 9 : 14))),
    )
    const envelope = adsr(amp, gate, samples.length)
    for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * (envelope[i] as number) * 1.6
    return mono(saturate(samples, 1.8))
  }
}

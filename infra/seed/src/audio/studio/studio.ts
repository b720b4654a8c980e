import { Random } from '../../art/core/random.ts'
import type { Channel, Score } from '../desk/score.ts'
import type { Curve } from '../dsp/curve.ts'
import { rate, type Sound } from '../dsp/sound.ts'
import { type Chord, progression, voiceLeading } from '../music/chords.ts'
import type { Key } from '../music/key.ts'
import type { Instrument } from '../sounds/notes.ts'
import { type Form, type Section, type SectionKind, sectionsOf } from './form.ts'

export interface TrackIdea {
  seed: string
  bpm: number
  key: Key
  form: Form
}

export interface Bar {
  /** From the track's mark; the lead-in is below nothing. */
  index: number
  section: Section
  /** The section's last bar: room for a fill. */
  last: boolean
  chord: Chord
  /** The chord's notes (MIDI), the way they were led here. */
  voicing: readonly number[]
  /** Whether the chord begins here, and how many bars it then lasts. */
  chordBars: number
}

/** Steps a bar has: sixteenths in four quarters. */
export const stepsPerBar = 16

/** Where a track is written: its clock, its harmony, its sounds, its strips. */
export class Studio {
  readonly idea: TrackIdea
  readonly random: Random
  readonly bars: Bar[] = []
  readonly sections: Section[]
  readonly #channels: Channel[] = []
  readonly #sounds = new Map<string, Sound>()
  readonly #step: number
  readonly #kicks = new Set<number>()
  /** 0.5 is straight; 0.58 shuffles; 0.66 is a triplet. */
  swing = 0.5
  duckSeconds = 0.22
  reverb = { time: 1.8, size: 1, damp: 0.5 }
  echo = { steps: 3, feedback: 0.4, hz: 3000 }

  constructor(idea: TrackIdea) {
    this.idea = idea
    this.random = new Random(idea.seed)
    this.#step = (rate * 60) / idea.bpm / 4
    this.sections = sectionsOf(idea.form)
  }

  /** Sets the harmony: a progression, how many bars each chord lasts, the register of its voicings. */
  harmony(text: string, barsEach: number, [low, high]: readonly [number, number] = [53, 75]): void {
    const chords = progression(text)
    const voicings = voiceLeading(this.idea.key, chords, low, high)
    this.bars.length = 0
    for (const section of this.sections)
      for (let index = section.from; index < section.to; index++) {
        const turn = chords.length * barsEach
        const place = ((index % turn) + turn) % turn
        const which = Math.floor(place / barsEach)
        this.bars.push({
          index,
          section,
          last: index === section.to - 1,
          chord: chords[which] as Chord,
          voicing: voicings[which] as number[],
          chordBars: place % barsEach === 0 || index === section.from ? Math.min(barsEach - (place % barsEach), section.to - index) : 0,
        })
      }
  }

  /** The sample at which a step of a bar falls, swung. */
  at(bar: number, step: number): number {
    const late = Math.floor(step) % 2 === 1 ? 2 * (this.swing - 0.5) : 0
    return Math.round((bar * stepsPerBar + step + late) * this.#step)
  }

  /** Samples of so many steps. */
  long(steps: number): number {
    return Math.round(steps * this.#step)
  }

  strip(settings: Partial<Omit<Channel, 'events'>> = {}): Channel {
    const channel: Channel = { gain: 1, reverb: 0, delay: 0, duck: 0, lowpass: null, highpass: null, level: null, ...settings, events: [] }
    this.#channels.push(channel)
    return channel
  }

  /** A curve over bars from the mark. */
  over(...points: (readonly [bar: number, value: number])[]): Curve {
    return points.map(([bar, value]) => [this.at(bar, 0), value] as const)
  }

  /** A curve that has one value in each section and moves within a beat of its start. */
  by(values: Partial<Record<SectionKind, number | readonly [number, number]>>, otherwise: number): Curve {
    return this.sections.flatMap(({ kind, from, to }) => {
      const value = values[kind] ?? otherwise
      const [first, last] = typeof value === 'number' ? [value, value] : value
      return [
        [this.at(from, 0), first],
        [this.at(to, 0) - this.long(1), last],
      ] as const
    })
  }

  sound(name: string, make: () => Sound): Sound {
    const known = this.#sounds.get(name)
    if (known) return known
    const sound = make()
    this.#sounds.set(name, sound)
    return sound
  }

  hit(strip: Channel, at: number, sound: Sound, gain: number, pan = 0): void {
    strip.events.push({ at, sound, gain, pan })
  }

  note(
    strip: Channel,
    name: string,
    instrument: Instrument,
    at: number,
    note: { midi: number; gate: number; velocity: number; gain?: number; pan?: number },
  ): void {
    // Four shades of touch are enough to the ear, and each is played once.
    const velocity = Math.max(1, Math.round(note.velocity * 4)) / 4
    const sound = this.sound(`${name}/${note.midi}/${note.gate}/${velocity}`, () =>
      instrument({ midi: note.midi, gate: note.gate, velocity }),
    )
    this.hit(strip, at, sound, note.velocity * (note.gain ?? 1), note.pan)
  }

  /** Says that a kick falls here, for everything that makes way for it. */
  kickAt(at: number): void {
    this.#kicks.add(at)
  }

  score(): Score {
    const { lead, bars, away } = this.idea.form
    return {
      channels: this.#channels,
      kicks: [...this.#kicks].sort((a, b) => a - b),
      duckSeconds: this.duckSeconds,
      from: this.at(-lead, 0),
      to: this.at(bars + away, 0),
      reverb: this.reverb,
      delay: { length: this.long(this.echo.steps), feedback: this.echo.feedback, hz: this.echo.hz },
    }
  }
}

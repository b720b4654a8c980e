import type { Channel } from '../desk/score.ts'
import { degree } from '../music/key.ts'
import { type Line, steps } from '../music/patterns.ts'
import type { Instrument } from '../sounds/notes.ts'
import type { SectionKind } from '../studio/form.ts'
import { type Studio, stepsPerBar } from '../studio/studio.ts'
import { playing } from './drums.ts'

interface Voice {
  name: string
  instrument: Instrument
  in: readonly SectionKind[]
  gain: number
}

/** Holds each chord as long as it lasts. */
export function pad(studio: Studio, strip: Channel, { name, instrument, in: kinds, gain }: Voice): void {
  for (const bar of playing(studio, kinds)) {
    if (bar.chordBars === 0) continue
    bar.voicing.forEach((midi, i) => {
      studio.note(strip, name, instrument, studio.at(bar.index, 0), {
        midi,
        gate: studio.long(bar.chordBars * stepsPerBar),
        velocity: 0.75,
        gain: gain / bar.voicing.length ** 0.6,
        pan: (i / Math.max(1, bar.voicing.length - 1) - 0.5) * 0.5,
      })
    })
  }
}

/** Strikes the chord on the steps of its rhythm; `long` steps each. Notes come a hair apart, as fingers do. */
export function stabs(
  studio: Studio,
  strip: Channel,
  { name, instrument, in: kinds, gain, rhythm, long, strum = 0 }: Voice & { rhythm: readonly string[]; long: number; strum?: number },
): void {
  const bars = rhythm.map(steps)
  for (const bar of playing(studio, kinds)) {
    const pattern = bars[((bar.index % bars.length) + bars.length) % bars.length] as number[]
    pattern.forEach((velocity, step) => {
      if (velocity === 0) return
      bar.voicing.forEach((midi, i) => {
        studio.note(strip, name, instrument, studio.at(bar.index, step) + Math.round(i * strum * 44.1), {
          midi,
          gate: studio.long(long),
          velocity,
          gain: gain / bar.voicing.length ** 0.6,
          pan: (i / Math.max(1, bar.voicing.length - 1) - 0.5) * 0.3,
        })
      })
    })
  }
}

/** A bassline: its intervals are counted from each chord's root, in the key. One line spans as many bars as its highest step tells. */
export function bass(
  studio: Studio,
  strip: Channel,
  { name, instrument, in: kinds, gain, lines, octave }: Voice & { lines: readonly Line[]; octave: number },
): void {
  sequence(studio, lines, kinds, (bar, [step, interval, length, velocity]) => {
    const midi = degree(studio.idea.key, bar.chord.root + interval, octave)
    // Below the low E a loudspeaker only wobbles.
    studio.note(strip, name, instrument, studio.at(bar.index, step), {
      midi: midi < 28 ? midi + 12 : midi > 47 ? midi - 12 : midi,
      gate: studio.long(length * 0.94),
      velocity,
      gain,
    })
  })
}

/** A tune: its intervals are counted from the tonic, so that it stays itself while the chords move under it. */
export function tune(
  studio: Studio,
  strip: Channel,
  { name, instrument, in: kinds, gain, lines, octave, pan = 0 }: Voice & { lines: readonly Line[]; octave: number; pan?: number },
): void {
  sequence(studio, lines, kinds, (bar, [step, interval, length, velocity]) => {
    studio.note(strip, name, instrument, studio.at(bar.index, step), {
      midi: degree(studio.idea.key, interval, octave),
      gate: studio.long(length * 0.92),
      velocity,
      gain,
      pan: pan * (step % 4 < 2 ? 1 : -1),
    })
  })
}

/** Notes of the chord one after the other, every `every` steps, in `order` (places in the chord; one more than it has is an octave up). */
export function arpeggio(
  studio: Studio,
  strip: Channel,
  {
    name,
    instrument,
    in: kinds,
    gain,
    every,
    order,
    rest = '',
    long,
    lift = 0,
  }: Voice & { every: number; order: readonly number[]; rest?: string; long: number; lift?: number },
): void {
  const silent = rest ? steps(rest) : []
  let turn = 0
  for (const bar of playing(studio, kinds)) {
    for (let step = 0; step < stepsPerBar; step += every, turn++) {
      if (silent.length > 0 && silent[turn % silent.length] === 0) continue
      const place = order[turn % order.length] as number
      const size = bar.voicing.length
      const midi = (bar.voicing[((place % size) + size) % size] as number) + 12 * (Math.floor(place / size) + lift)
      studio.note(strip, name, instrument, studio.at(bar.index, step), {
        midi,
        gate: studio.long(long),
        velocity: step % 4 === 0 ? 0.85 : 0.6,
        gain,
        pan: ((turn % 4) / 3 - 0.5) * 0.7,
      })
    }
  }
}

type Played = ReturnType<typeof playing>[number]

/** Lays lines end to end, each as many bars long as its last step needs, counted from the mark so that every part agrees. */
function sequence(
  studio: Studio,
  lines: readonly Line[],
  kinds: readonly SectionKind[],
  play: (bar: Played, note: Line[number]) => void,
): void {
  const laid = lines.flatMap((line) => {
    const bars = Math.floor(Math.max(...line.map(([step]) => step)) / stepsPerBar) + 1
    return Array.from({ length: bars }, (_, k) =>
      line.filter(([step]) => Math.floor(step / stepsPerBar) === k).map(([step, ...note]) => [step - k * stepsPerBar, ...note] as const),
    )
  })
  for (const bar of playing(studio, kinds))
    for (const note of laid[((bar.index % laid.length) + laid.length) % laid.length] as Line) play(bar, note)
}

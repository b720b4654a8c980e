import { Random } from '../../art/core/random.ts'
import { rate } from '../dsp/sound.ts'
import { byFifths, type Key, modeOf } from '../music/key.ts'
import type { TrackIdea } from '../studio/studio.ts'
import { type StyleName, styles } from '../styles/index.ts'
import { type Blend, type Moves, moves } from './curves.ts'

export interface MixWish {
  /** Whatever names the mix: the same seed is the same mix, to the sample. */
  seed: string
  bpm: number
  /** Styles in the order of the night. */
  styles: readonly StyleName[]
}

export interface PlannedTrack {
  style: StyleName
  idea: TrackIdea
  /** The sample of the mix at which it takes over from the one before. */
  mark: number
  /** Its first and last sample in the mix: under the one before, under the next. */
  from: number
  to: number
  moves: Moves
}

export interface MixPlan {
  seed: string
  bpm: number
  /** Length of the whole, a multiple of 10 ms. */
  samples: number
  tracks: PlannedTrack[]
}

export const toMs = (samples: number): number => Math.round((samples * 1000) / rate)

/** Seconds of the last sounds' dying away. */
const ringing = 1.2

/** Lays out a mix without playing it: which tracks, in what keys, where each takes over, and how. About five to eight minutes. */
export function planMix({ seed, bpm, styles: names }: MixWish): MixPlan {
  const random = new Random(`audio/${seed}`)
  const bar = (rate * 240) / bpm
  const count = random.pick([4, 5, 5, 5, 6])
  const under = bar / rate > 2.2 ? 4 : 8
  let key: Key = { tonic: random.int(0, 11), scale: 'aeolian' }
  const blends: Blend[] = Array.from({ length: count }, () => random.pick(['blend', 'blend', 'sweep', 'swap'] as const))
  let marked = 0
  const tracks = Array.from({ length: count }, (_, i): PlannedTrack => {
    const style = names[Math.floor((i / count) * names.length)] as StyleName
    if (i > 0) key = byFifths(key, random.pick([0, 0, 1, -1]))
    const lead = i === 0 ? 0 : under
    const last = i === count - 1
    const phrase = (4 * bar) / rate
    // Few tracks are longer ones: no mix is over within five minutes.
    const length = count === 4 ? random.between(75, 92) : random.between(63, 89)
    const bars = 4 * Math.max(Math.ceil(60 / phrase), Math.round(length / phrase))
    const away = last ? 4 : under
    const startBar = marked
    marked += bars
    const at = (bars_: number) => Math.round(bars_ * bar)
    return {
      style,
      idea: { seed: `${seed}/${i}`, bpm, key: inScale(key, random, style), form: { lead, bars, away, opens: i === 0 } },
      mark: at(startBar),
      from: at(startBar - lead),
      to: at(startBar + bars + away) + (last ? Math.round(ringing * rate) : 0),
      moves: moves({
        bar,
        from: at(-lead),
        handOver: at(bars),
        to: at(bars + away),
        into: i === 0 ? 'first' : (blends[i - 1] as Blend),
        out: last ? 'last' : (blends[i] as Blend),
      }),
    }
  })
  const end = tracks.at(-1)?.to ?? 0
  const tenMs = rate / 100
  return { seed, bpm, samples: Math.ceil(end / tenMs) * tenMs, tracks }
}

/** The minor key, or the major one that has the same notes, when the style is written in such. */
function inScale({ tonic }: Key, random: Random, style: StyleName): Key {
  const scale = random.pick(styles[style].scales)
  return { scale, tonic: modeOf({ tonic, scale }) === 'major' ? (tonic + 3) % 12 : tonic }
}

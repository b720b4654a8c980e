import { Random } from '../art/core/random.ts'
import { rate } from './dsp/sound.ts'
import { moves } from './mix/curves.ts'
import type { MixPlan } from './mix/plan-mix.ts'
import { renderMix } from './mix/render-mix.ts'
import { type Key, modeOf, type Scale } from './music/key.ts'
import type { StyleName } from './styles/index.ts'

/** A short piece whose truth is known: what tempo and key detection is measured by. */
export interface Loop {
  name: string
  /** 70 to 178 */
  bpm: number
  /** 0 = C … 11 = B */
  tonic: number
  mode: 'major' | 'minor'
  style: string
  /** 20 to 40 s */
  durationMs: number
  /** The piece as a WAV file (44.1 kHz, stereo, 16 bits). */
  render(): Buffer
}

/** Styles as a test names them, what they are written by, and the tempi they live in. */
const kinds: { style: string; from: readonly StyleName[]; bpm: readonly [number, number]; scales: readonly Scale[] }[] = [
  { style: 'four-to-the-floor', from: ['house', 'techno'], bpm: [116, 140], scales: ['aeolian'] },
  { style: '2-step', from: ['garage'], bpm: [128, 138], scales: ['aeolian'] },
  { style: 'breakbeat', from: ['broken', 'jungle'], bpm: [120, 142], scales: ['aeolian'] },
  { style: 'dnb', from: ['jungle'], bpm: [160, 178], scales: ['aeolian'] },
  { style: 'downtempo', from: ['downtempo', 'dub'], bpm: [78, 104], scales: ['ionian', 'aeolian'] },
  { style: 'hip-hop', from: ['hip-hop'], bpm: [70, 98], scales: ['ionian', 'aeolian'] },
  { style: 'electro', from: ['electro'], bpm: [124, 140], scales: ['aeolian'] },
]

/** 49 loops, seven of each style over its tempi and all keys, always the same. Rendering one takes about half a second. */
export function loops(): Loop[] {
  return kinds.flatMap(({ style, from, bpm: [slowest, fastest], scales }, k) =>
    Array.from({ length: 7 }, (_, i): Loop => {
      const random = new Random(`loop/${style}/${i}`)
      const bpm = Math.round((slowest + ((fastest - slowest) * i) / 6) * 10) / 10
      const scale = scales[i % scales.length] as Scale
      const key: Key = { tonic: (k * 5 + i * 7) % 12, scale }
      const bar = (rate * 240) / bpm
      // Enough bars for half a minute, with whole phrases.
      const bars = Math.round(random.between(24, 34) / (bar / rate) / 4) * 4
      const name = from[i % from.length] as StyleName
      const plan = planOf(`loop/${style}/${i}`, bpm, key, name, bars)
      return {
        name: `${style}-${i + 1}`,
        bpm,
        tonic: key.tonic,
        mode: modeOf(key),
        style,
        durationMs: plan.samples / 44.1,
        render: () => Buffer.concat([...renderMix(plan)]),
      }
    }),
  )
}

/** One track alone, without an end that dies away. */
function planOf(seed: string, bpm: number, key: Key, style: StyleName, bars: number): MixPlan {
  const bar = (rate * 240) / bpm
  const tenMs = rate / 100
  const samples = Math.floor((bars * bar) / tenMs) * tenMs
  const form = { lead: 0, bars, away: 0, opens: false }
  const places = { bar, from: 0, handOver: Math.round(bars * bar), to: samples, into: 'first', out: 'last' } as const
  return { seed, bpm, samples, tracks: [{ style, idea: { seed, bpm, key, form }, mark: 0, from: 0, to: samples, moves: moves(places) }] }
}

import { block, Deck } from '../desk/deck.ts'
import type { Score } from '../desk/score.ts'
import { Filter } from '../dsp/filter.ts'
import { Finish } from '../dsp/finish.ts'
import { Limiter } from '../dsp/limiter.ts'
import { loudnessOf } from '../dsp/loudness.ts'
import { rate } from '../dsp/sound.ts'
import { Dither, wavHeader } from '../dsp/wav.ts'
import { Studio } from '../studio/studio.ts'
import { styles } from '../styles/index.ts'
import { Fader } from './fader.ts'
import type { MixPlan, PlannedTrack } from './plan-mix.ts'

/** What each track's loudest stretch is brought to before the limiter, and what no sample passes after it. */
const targetLufs = -9.2
const ceilingDb = -3

/** The mix as a WAV file (44.1 kHz, stereo, 16 bits), piece by piece: the header first. Nothing longer than a track is kept in memory. */
export function* renderMix(plan: MixPlan): Generator<Buffer> {
  yield wavHeader(plan.samples)
  const waiting = [...plan.tracks]
  let playing: { track: PlannedTrack; fader: Fader }[] = []
  const [left, right] = [new Float32Array(block), new Float32Array(block)]
  const rumble = [new Filter('highpass', 22), new Filter('highpass', 22)] as const
  const finish = new Finish(block)
  const limiter = new Limiter(ceilingDb)
  const dither = new Dither(plan.seed)
  const fade = Math.round(0.6 * rate)
  for (let at = 0, given = -Limiter.delay; given < plan.samples; at += block, given += block) {
    left.fill(0)
    right.fill(0)
    playing = playing.filter(({ track }) => track.to > at)
    for (let next = waiting[0]; next && next.from < at + block; next = waiting[0]) {
      waiting.shift()
      playing.push({ track: next, fader: faderOf(next) })
    }
    for (const { track, fader } of playing) fader.addTo(left, right, at - track.mark)
    rumble[0].run(left)
    rumble[1].run(right)
    finish.run(left, right)
    limiter.run(left, right)
    // What comes out now was put in `Limiter.delay` samples ago.
    const skip = Math.max(0, -given)
    const length = Math.min(block, plan.samples - given)
    if (given + length > plan.samples - fade) fadeEnd(left, right, given, plan.samples, fade)
    if (length > skip) yield dither.pcm(left.subarray(skip), right.subarray(skip), length - skip)
  }
}

function fadeEnd(left: Float32Array, right: Float32Array, at: number, end: number, length: number): void {
  for (let i = 0; i < left.length; i++) {
    const share = Math.max(0, Math.min(1, (end - at - i) / length))
    left[i] = (left[i] as number) * share
    right[i] = (right[i] as number) * share
  }
}

function scoreOf({ style, idea }: PlannedTrack): Score {
  const studio = new Studio(idea)
  styles[style].write(studio)
  return studio.score()
}

function faderOf(track: PlannedTrack): Fader {
  const score = scoreOf(track)
  return new Fader(score, track.moves, trim(score, track))
}

/** The gain that brings the loudest stretch, eight bars into the drop, to the target: a DJ's hand on the trim. */
function trim(score: Score, { idea }: PlannedTrack): number {
  const bar = (rate * 240) / idea.bpm
  const studio = new Studio(idea)
  const drop = studio.sections.find(({ kind }) => kind === 'drop') ?? studio.sections.at(-1)
  const from = Math.round((drop?.from ?? 0) * bar)
  const blocks = Math.ceil((4 * bar) / block)
  const [left, right] = [new Float32Array(blocks * block), new Float32Array(blocks * block)]
  const deck = new Deck(score)
  for (let i = 0; i < blocks; i++) {
    deck.play(from + i * block)
    left.set(deck.left, i * block)
    right.set(deck.right, i * block)
  }
  return 10 ** ((targetLufs - loudnessOf(left, right)) / 20)
}

import type { Channel } from '../desk/score.ts'
import type { Sound } from '../dsp/sound.ts'
import { steps } from '../music/patterns.ts'
import type { SectionKind } from '../studio/form.ts'
import type { Bar, Studio } from '../studio/studio.ts'

type Pattern = readonly number[]

export interface Beat {
  sound: Sound
  /** One bar each, one after the other; the last bar of a section plays `fill` when there is one. */
  bars: readonly string[] | readonly Pattern[]
  fill?: string
  in: readonly SectionKind[]
  gain: number
  pan?: number
  /** Every other hit to the other side. */
  alternate?: boolean
  /** Milliseconds by which a hand misses. */
  loose?: number
  /** Others make way for it. */
  pushes?: boolean
}

const read = (bar: string | Pattern): Pattern => (typeof bar === 'string' ? steps(bar) : bar)

/** Writes one drum of the kit over the whole track. */
export function beat(
  studio: Studio,
  strip: Channel,
  { sound, bars, fill, in: kinds, gain, pan = 0, alternate, loose = 0, pushes }: Beat,
): void {
  const patterns = bars.map(read)
  const filling = fill === undefined ? null : read(fill)
  let side = 1
  for (const bar of studio.bars) {
    if (!kinds.includes(bar.section.kind)) continue
    const turn = ((bar.index % patterns.length) + patterns.length) % patterns.length
    const pattern = bar.last && filling ? filling : (patterns[turn] as Pattern)
    pattern.forEach((strength, step) => {
      if (strength === 0) return
      const miss = loose > 0 ? Math.round(studio.random.bell() * loose * 15) : 0
      const at = studio.at(bar.index, step) + miss
      side = -side
      studio.hit(strip, at, sound, gain * strength * studio.random.between(0.93, 1), alternate ? pan * side : pan)
      if (pushes && strength > 0.4) studio.kickAt(at)
    })
  }
}

/** The bars in which a part plays. */
export const playing = (studio: Studio, kinds: readonly SectionKind[]): Bar[] =>
  studio.bars.filter(({ section }) => kinds.includes(section.kind))

/** Everything that is the track's own: neither under the one before nor under the next. */
export const own: readonly SectionKind[] = ['open', 'groove', 'lift', 'break', 'drop']
export const driving: readonly SectionKind[] = ['groove', 'lift', 'drop']
export const rolling: readonly SectionKind[] = ['lead', 'open', 'groove', 'lift', 'drop', 'away']

import { line } from '../music/patterns.ts'
import { changes } from '../parts/changes.ts'
import { driving, own } from '../parts/drums.ts'
import { bass, pad, stabs, tune } from '../parts/harmony.ts'
import { patches } from '../sounds/patches.ts'
import { breakbeat } from './breaks.ts'
import type { Style } from './style.ts'

const basslines = [
  [line('0:0/6! 10:0/4 18:4/2 22:7/6! 28:6/4')],
  [line('0:0/10! 12:-1/4 16:0/10! 28:4/4')],
  [line('0:0/3! 6:0/2 10:4/3 14:7/2 16:0/3! 22:0/2 26:2/4')],
]
const sirens = [[line('0:7/6! 8:9/3 12:8/4 22:7/8')], [line('4:4/4! 10:7/6 20:6/4! 26:4/6')]]

/** A break cut up at speed, a sub that slides, and chords that float over both at half the pace. */
export const jungle: Style = {
  scales: ['aeolian', 'dorian'],
  write(studio) {
    const { random } = studio
    studio.swing = 0.53
    studio.duckSeconds = 0.12
    studio.reverb = { time: 2.2, size: 1.2, damp: 0.4 }
    studio.echo = { steps: 6, feedback: 0.45, hz: 3500 }
    studio.harmony(random.pick(['0:5 5:5', '0:5 6:4 5:5 4:4', '0:5 3:5 5:5 6:4', '5:5 6:4 0:5 2:5']), random.pick([2, 4]), [54, 76])
    breakbeat(studio, studio.strip({ reverb: 0.08 }), { in: [...driving, 'away'], tops: ['lead', 'open', 'drop', 'break'], gain: 0.95 })
    const low = studio.strip({ duck: 0.35 })
    const instrument = random.pick([patches.slidingSub, patches.reese, patches.sub])
    bass(studio, low, { name: 'bass', instrument, in: driving, gain: 0.6, lines: random.pick(basslines), octave: 1 })
    const clouds = studio.strip({ reverb: 0.5, duck: 0.15, lowpass: studio.by({ open: [500, 4000], break: [4000, 9000] }, 5000) })
    pad(studio, clouds, { name: 'clouds', instrument: random.pick([patches.warmPad, patches.strings]), in: own, gain: 0.27 })
    const keys = studio.strip({ reverb: 0.3, delay: 0.35 })
    stabs(studio, keys, {
      name: 'keys',
      instrument: random.pick([patches.rhodes, patches.stab, patches.piano]),
      in: ['open', 'groove', 'break', 'drop'],
      gain: 0.36,
      long: 3,
      strum: 3,
      rhythm: random.pick([
        ['x.....x.........', '................'],
        ['X..X..X.........', '..........x..x..'],
        ['....o.....x.....', '..x.............'],
      ]),
    })
    const singer = studio.strip({ reverb: 0.35, delay: 0.4 })
    tune(studio, singer, {
      name: 'singer',
      instrument: random.pick([patches.chopOoh, patches.chopAh, patches.melodica]),
      in: ['break', 'lift', 'drop'],
      gain: 0.22,
      lines: random.pick(sirens),
      octave: 4,
    })
    changes(studio, studio.strip({ reverb: 0.25 }), { deep: 0.5 })
  },
}

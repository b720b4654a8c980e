import { line } from '../music/patterns.ts'
import { bed, changes } from '../parts/changes.ts'
import { beat, own } from '../parts/drums.ts'
import { arpeggio, bass, pad, tune } from '../parts/harmony.ts'
import { kick, shaker, skin } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const calls = [
  [line('0:4/10 16:7/8 28:6/6 40:4/12 60:2/8 72:4/8 88:2/12 108:0/16')],
  [line('4:7/8 20:9/8 36:8/6 44:7/10 68:4/8 84:6/8 100:4/20')],
]

/** Chords that come and go like weather, a bell now and then, a pulse that is felt more than heard. */
export const ambient: Style = {
  scales: ['ionian', 'dorian', 'aeolian'],
  write(studio) {
    const { random } = studio
    studio.reverb = { time: 5, size: 2, damp: 0.4 }
    studio.echo = { steps: 6, feedback: 0.6, hz: 2600 }
    studio.duckSeconds = 0.4
    const major = studio.idea.key.scale === 'ionian'
    studio.harmony(
      random.pick(major ? ['0:5 3:5', '0:5 5:5 3:5 4:4', '3:5 0:5 5:4 4:4'] : ['0:5 5:5', '0:5 2:5 5:5 3:5', '0:5 6:4 5:5 5:4']),
      2,
      [52, 74],
    )
    const floor = studio.sound('pulse', () => kick({ hz: 43, drop: 1.2, time: 0.5, click: 0, drive: 1.1 }))
    beat(studio, studio.strip({ reverb: 0.05 }), {
      sound: floor,
      bars: ['X.......x.......', 'X.......x....-..'],
      in: ['groove', 'drop', 'lift'],
      gain: 0.6,
      pushes: true,
    })
    const hands = studio.strip({ reverb: 0.4 })
    beat(studio, hands, {
      sound: studio.sound('shaker', () => shaker(5000, 0.16)),
      bars: ['-...o...-...o...', '-...o...-..-o...'],
      in: ['lead', 'open', 'groove', 'drop', 'lift', 'away'],
      gain: 0.11,
      pan: 0.4,
      loose: 5,
    })
    beat(studio, hands, {
      sound: studio.sound('drum', () => skin({ hz: 98, time: 0.5, slap: 0.08 })),
      bars: ['......o.........', '..........o.....', '......o.......-.', '................'],
      in: ['lead', 'lift', 'drop', 'away'],
      gain: 0.24,
      pan: -0.3,
      loose: 5,
    })
    pad(
      studio,
      studio.strip({ reverb: 0.5, duck: 0.25, lowpass: studio.by({ open: [400, 2200], groove: [1800, 3200], break: [3200, 5200] }, 4200) }),
      { name: 'pad', instrument: patches.warmPad, in: own, gain: 0.42 },
    )
    pad(studio, studio.strip({ reverb: 0.6, highpass: studio.over([0, 700]) }), {
      name: 'air',
      instrument: patches.strings,
      in: ['break', 'drop'],
      gain: 0.13,
    })
    bass(studio, studio.strip({ duck: 0.3 }), {
      name: 'bass',
      instrument: patches.sub,
      in: ['open', 'groove', 'drop', 'lift'],
      gain: 0.4,
      lines: random.pick([[line('0:0/14')], [line('0:0/10 12:4/4')], [line('0:0/14 16:0/8 26:4/5')]]),
      octave: 1,
    })
    arpeggio(studio, studio.strip({ reverb: 0.5, delay: 0.45 }), {
      name: 'bells',
      instrument: random.pick([patches.glass, patches.softKeys, patches.bell]),
      in: own,
      gain: 0.2,
      every: 2,
      order: random.pick([
        [0, 2, 4, 3, 5],
        [4, 2, 3, 1, 5, 2, 0],
      ]),
      rest: random.pick(['x..x....', 'x...x.x.', 'x.x.....']),
      long: 4,
    })
    arpeggio(studio, studio.strip({ reverb: 0.4, delay: 0.4 }), {
      name: 'plucks',
      instrument: patches.gatedPluck,
      in: ['drop', 'lift'],
      gain: 0.2,
      every: 1,
      order: [0, 2, 1, 3, 4],
      rest: 'x..x.x..',
      long: 1,
    })
    tune(studio, studio.strip({ reverb: 0.6, delay: 0.3 }), {
      name: 'call',
      instrument: random.pick([patches.chopOoh, patches.melodica, patches.softKeys]),
      in: ['drop', 'break'],
      gain: 0.17,
      lines: random.pick(calls),
      octave: 4,
      pan: 0.2,
    })
    bed(studio, studio.strip(), random.pick(['air', 'rain']), 0.05)
    changes(studio, studio.strip({ reverb: 0.6 }), { cymbal: 0.1, rise: 0.05, deep: 0.3 })
  },
}

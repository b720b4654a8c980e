import { line } from '../music/patterns.ts'
import { bed, changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { arpeggio, bass, pad, tune } from '../parts/harmony.ts'
import { kick, rim, shaker, skin } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const tunes = [
  [line('0:4/2! 2:5/1 3:4/1 4:3/2 6:2/2 8:3/2! 10:2/1 11:1/1 12:0/4 16:2/2! 18:3/1 19:4/1 20:5/3 24:4/2 26:3/1 27:2/1 28:1/2 30:0/2')],
  [line('0:0/2! 3:1/1 4:2/3 8:3/1 9:2/1 10:1/2 14:2/2 16:4/3! 20:3/1 21:2/1 22:3/2 26:1/2 28:0/4')],
  [line('0:7/3! 4:6/1 5:5/1 6:4/4 12:5/2 14:4/2 16:3/3! 20:2/1 21:3/1 22:2/2 24:1/3 28:0/4')],
]

/** Skins, strings and wood: hands that lean on the beat, a plucked tune in an old mode over a drone. */
export const organic: Style = {
  scales: ['hijaz', 'dorian', 'phrygian'],
  write(studio) {
    const { random } = studio
    studio.swing = 0.54
    studio.duckSeconds = 0.2
    studio.reverb = { time: 2, size: 1.1, damp: 0.5 }
    studio.echo = { steps: 6, feedback: 0.4, hz: 2600 }
    studio.harmony(random.pick(['0:3 0:3 1:3 0:3', '0:4 6:3', '0:3 3:3 6:3 0:3']), 2, [50, 70])
    const floor = studio.sound('frame', () => kick({ hz: 56, drop: 1.3, time: 0.34, click: 0.1, drive: 1.3 }))
    beat(studio, studio.strip({ reverb: 0.06 }), {
      sound: floor,
      bars: random.pick([['X.....x...x.....', 'X.....x...x..o..'], ['X...o...x...o...'], ['X..x..x...x.....']]),
      in: [...driving, 'away'],
      gain: 0.85,
      pushes: true,
    })
    const hands = studio.strip({ reverb: 0.2 })
    const doum = studio.sound('doum', () => skin({ hz: 112, time: 0.36, slap: 0.15 }))
    const tek = studio.sound('tek', () => skin({ hz: 340, time: 0.1, slap: 0.9 }))
    const conga = studio.sound('conga', () => skin({ hz: 218, time: 0.22, slap: 0.4 }))
    beat(studio, hands, { sound: doum, bars: ['X.......x.......', 'X.......x..o....'], in: rolling, gain: 0.36, pan: -0.15, loose: 3 })
    beat(studio, hands, {
      sound: tek,
      bars: ['..x...x.-.x.x.-.', '..x.-.x.-.x.x-x-'],
      in: [...rolling, 'break'],
      gain: 0.25,
      pan: 0.3,
      loose: 3,
    })
    beat(studio, hands, {
      sound: conga,
      bars: ['...o..x....o..xo', '...o..x.o..o..x.'],
      in: ['lift', 'drop', 'lead', 'away'],
      gain: 0.22,
      pan: -0.45,
      loose: 4,
    })
    beat(studio, hands, {
      sound: studio.sound('shaker', () => shaker(6000, 0.1)),
      bars: ['x-o-x-o-x-o-x-o-'],
      in: rolling,
      gain: 0.14,
      pan: 0.45,
      loose: 3,
    })
    beat(studio, hands, {
      sound: studio.sound('sticks', () => rim(2200)),
      bars: ['....o.......o..-'],
      in: driving,
      gain: 0.14,
      pan: 0.1,
      loose: 2,
    })
    bass(studio, studio.strip({ duck: 0.3 }), {
      name: 'bass',
      instrument: patches.roundBass,
      in: driving,
      gain: 0.52,
      lines: random.pick([[line('0:0/4! 6:0/2 10:0/2 12:4/3')], [line('0:0/6! 8:4/2 10:0/4 14:-1/2')]]),
      octave: 1,
    })
    pad(studio, studio.strip({ reverb: 0.4, lowpass: studio.by({ open: [400, 1800] }, 2600) }), {
      name: 'drone',
      instrument: patches.warmPad,
      in: own,
      gain: 0.24,
    })
    arpeggio(studio, studio.strip({ reverb: 0.3, delay: 0.2 }), {
      name: 'santoor',
      instrument: patches.santoor,
      in: ['groove', 'break', 'drop'],
      gain: 0.2,
      every: 1,
      order: random.pick([
        [0, 1, 2, 3, 2, 1],
        [0, 2, 1, 2],
      ]),
      rest: random.pick(['x.xx', 'xx.x.x.x', 'x..x..x.']),
      long: 2,
    })
    const lines = random.pick(tunes)
    tune(studio, studio.strip({ reverb: 0.28, delay: 0.18 }), {
      name: 'oud',
      instrument: patches.oud,
      in: ['open', 'groove', 'lift', 'drop'],
      gain: 0.42,
      lines,
      octave: 3,
      pan: 0.1,
    })
    tune(studio, studio.strip({ reverb: 0.5, delay: 0.3 }), {
      name: 'reed',
      instrument: patches.melodica,
      in: ['drop', 'break'],
      gain: 0.16,
      lines,
      octave: 4,
    })
    bed(studio, studio.strip(), 'air', 0.03)
    changes(studio, studio.strip({ reverb: 0.3 }), { cymbal: 0.12, rise: 0.08 })
  },
}

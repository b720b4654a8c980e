import { euclid, line } from '../music/patterns.ts'
import { bed, changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { arpeggio, bass, pad, tune } from '../parts/harmony.ts'
import { closedHat, kick, openHat, rim, skin, snare } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const basslines = [
  [line('0:0/2! 3:0/1 6:4/2 10:7/1 11:6/2 14:4/1')],
  [line('0:0/3! 5:0/1 8:-1/2! 11:0/1 13:2/2'), line('0:0/3! 5:4/1 8:6/2! 11:4/1 13:2/2')],
]
const tunes = [
  [line('0:7/2! 3:4/2 6:2/2 9:4/2 12:6/2 15:7/2 18:9/2 21:7/2 24:6/2 27:4/4')],
  [line('0:4/2! 5:6/2 10:7/2 15:4/2 20:2/2 25:0/4')],
]

/** Even spreads of odd numbers over a bar of sixteen: threes and fives against a snare that keeps the peace. */
export const broken: Style = {
  scales: ['dorian', 'aeolian', 'mixolydian'],
  write(studio) {
    const { random } = studio
    studio.swing = 0.55
    studio.duckSeconds = 0.16
    studio.reverb = { time: 1.5, size: 0.9, damp: 0.4 }
    studio.echo = { steps: 5, feedback: 0.45, hz: 3600 }
    studio.harmony(random.pick(['0:5 3:5', '0:5 6:4 3:5 4:4', '0:5 1:4 3:5 0:5']), 2, [53, 74])
    const drums = studio.strip({ reverb: 0.03 })
    const floor = studio.sound('kick', () => kick({ hz: 54, drop: 2.3, time: 0.28, click: 0.4, drive: 1.8 }))
    beat(studio, drums, {
      sound: floor,
      bars: random.pick([
        ['X..x......X..x..', 'X..x......X.....'],
        ['X.....x..x......', 'X.....x...x..x..'],
        [euclid(5, 16), euclid(5, 16, 2)],
      ]),
      in: [...driving, 'away'],
      gain: 0.9,
      pushes: true,
    })
    const tops = studio.strip({ reverb: 0.12 })
    beat(studio, tops, {
      sound: studio.sound('snare', () => snare({ hz: 224, time: 0.17, body: 0.45, bright: 8500 })),
      bars: ['....X.......X...', '....X..-.-..X..-', '....X.......X...', '....X..o....X.o.'],
      in: [...driving, 'away'],
      gain: 0.48,
    })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat(1.1, 0.05)),
      bars: [euclid(11, 16, 3), euclid(9, 16, 1)],
      in: [...rolling, 'break'],
      gain: 0.17,
      pan: 0.25,
      loose: 2,
    })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(1.1, 0.16)),
      bars: [euclid(3, 16, 6)],
      in: rolling,
      gain: 0.14,
      pan: -0.2,
    })
    beat(studio, tops, {
      sound: studio.sound('rim', () => rim(1900)),
      bars: [euclid(7, 16, 1), euclid(5, 16, 3)],
      in: rolling,
      gain: 0.15,
      pan: 0.45,
      alternate: true,
      loose: 1,
    })
    beat(studio, tops, {
      sound: studio.sound('block', () => skin({ hz: 420, time: 0.09, slap: 0.6 })),
      bars: [euclid(5, 16, 4)],
      in: ['lead', 'open', 'lift', 'drop', 'away'],
      gain: 0.14,
      pan: -0.45,
      loose: 2,
    })
    bass(studio, studio.strip({ duck: 0.35 }), {
      name: 'bass',
      instrument: random.pick([patches.roundBass, patches.electroBass]),
      in: driving,
      gain: 0.52,
      lines: random.pick(basslines),
      octave: 1,
    })
    arpeggio(studio, studio.strip({ reverb: 0.2, delay: 0.25 }), {
      name: 'mallets',
      instrument: random.pick([patches.marimba, patches.gatedPluck]),
      in: own,
      gain: 0.36,
      every: 1,
      order: [0, 2, 1, 3, 4],
      rest: random.pick(['x..', 'x.x..', 'x..x.']),
      long: 1,
      lift: 0,
    })
    pad(studio, studio.strip({ reverb: 0.4, duck: 0.25, lowpass: studio.by({ open: [500, 3000] }, 4200) }), {
      name: 'pad',
      instrument: random.pick([patches.warmPad, patches.strings]),
      in: own,
      gain: 0.2,
    })
    tune(studio, studio.strip({ reverb: 0.3, delay: 0.4 }), {
      name: 'bells',
      instrument: random.pick([patches.bell, patches.softKeys]),
      in: ['lift', 'drop', 'break'],
      gain: 0.24,
      lines: random.pick(tunes),
      octave: 4,
      pan: 0.3,
    })
    bed(studio, studio.strip(), 'dust', 0.02)
    changes(studio, studio.strip({ reverb: 0.25 }), { rise: 0.16 })
  },
}

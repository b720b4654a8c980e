import { line } from '../music/patterns.ts'
import { changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { bass, pad, stabs, tune } from '../parts/harmony.ts'
import { clap, closedHat, kick, openHat, rim, shaker, snare } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const kicks = [['X.........x.....', 'X.........x....o'], ['X.....x...x.....', 'X.........x.....'], ['X...X...X...X...']]
const basslines = [
  [line('0:0/3! 6:0/1 7:0/2 11:4/2 14:6/1'), line('0:0/3! 6:7/1 7:6/2 11:4/2 13:2/2')],
  [line('0:0/2! 3:7/1 6:0/3! 10:0/1 13:-1/2')],
  [line('2:0/2! 5:0/1 8:7/2! 11:6/1 14:4/2'), line('2:0/2! 5:0/1 8:4/2! 10:2/2 14:0/1')],
]
const chops = [
  [line('0:7/1! 3:7/1 6:9/2 11:7/1 14:6/2 16:4/1! 19:4/1 22:6/3 27:4/1 30:2/2')],
  [line('4:9/1! 6:8/1 7:7/2 12:7/1 20:6/1! 22:7/1 23:4/3 28:2/2')],
]

/** Two-step: the second and fourth kick are missing, and everything in between shuffles. */
export const garage: Style = {
  scales: ['aeolian', 'dorian'],
  write(studio) {
    const { random } = studio
    studio.swing = random.between(0.58, 0.62)
    studio.duckSeconds = 0.18
    studio.reverb = { time: 1.4, size: 0.8, damp: 0.4 }
    studio.harmony(random.pick(['0:5 3:5', '0:5 5:4 3:5 4:4', '5:5 6:4 0:5 0:5', '3:5 2:4 0:5 6:4']), random.pick([1, 2]), [55, 77])
    const drums = studio.strip()
    const floor = studio.sound('kick', () => kick({ hz: 52, drop: 2.9, time: 0.26, click: 0.4, drive: 1.8 }))
    const fours = random.pick(kicks)
    beat(studio, drums, { sound: floor, bars: fours, in: [...driving, 'away'], gain: 0.9, pushes: true })
    const tops = studio.strip({ reverb: 0.1 })
    const crack = studio.sound('snare', () => snare({ hz: 214, time: 0.19, body: 0.38, bright: 9500 }))
    const ghost = studio.sound('ghost', () => snare({ hz: 260, time: 0.09, body: 0.3, bright: 7000 }))
    beat(studio, tops, { sound: crack, bars: ['....X.......X...'], fill: '....X..o..o.X.oX', in: [...driving, 'away'], gain: 0.46 })
    const hands = studio.sound('clap', () => clap(1700, 0.16))
    beat(studio, tops, { sound: hands, bars: ['....x.......x...'], in: ['drop', 'lift'], gain: 0.24 })
    beat(studio, tops, {
      sound: ghost,
      bars: ['.......o.-....-.', '..-....o.-...o-.'],
      in: [...driving, 'lead', 'away'],
      gain: 0.22,
      pan: 0.15,
      loose: 1,
    })
    beat(studio, tops, {
      sound: studio.sound('rim', () => rim()),
      bars: ['...x.....x......', '...x.....x....x.'],
      in: rolling,
      gain: 0.15,
      pan: -0.35,
    })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat(1.1, 0.05)),
      bars: ['o.xoo.x-o.xoo.xo'],
      in: [...rolling, 'break'],
      gain: 0.17,
      pan: 0.2,
      loose: 1,
    })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(1.05, 0.16)),
      bars: ['..x...x...x...x.', '..x...x...x..xx.'],
      in: ['lift', 'drop', 'groove'],
      gain: 0.15,
      pan: -0.15,
    })
    beat(studio, tops, {
      sound: studio.sound('shaker', () => shaker(7200, 0.07)),
      bars: ['o-o-o-o-o-o-o-o-'],
      in: ['drop', 'lift', 'lead', 'away'],
      gain: 0.13,
      pan: -0.4,
      loose: 2,
    })
    const low = studio.strip({ duck: 0.4 })
    const instrument = random.pick([patches.organBass, patches.slidingSub, patches.roundBass])
    bass(studio, low, { name: 'bass', instrument, in: driving, gain: 0.55, lines: random.pick(basslines), octave: 1 })
    const keys = studio.strip({ reverb: 0.2, delay: 0.16, duck: 0.2, lowpass: studio.by({ open: [400, 3000], break: [1200, 7000] }, 8000) })
    stabs(studio, keys, {
      name: 'keys',
      instrument: random.pick([patches.organ, patches.rhodes, patches.stab]),
      in: own,
      gain: 0.4,
      long: 1.6,
      strum: 2,
      rhythm: random.pick([['..x..x....x..x..', '..x..x....o.x...'], ['X..o....x..o..x.'], ['...x..x....x..x.', '...x..x...o..x..']]),
    })
    pad(studio, studio.strip({ reverb: 0.4, duck: 0.4 }), {
      name: 'strings',
      instrument: patches.strings,
      in: ['break', 'lift'],
      gain: 0.16,
    })
    const singer = studio.strip({ reverb: 0.24, delay: 0.3, duck: 0.15 })
    tune(studio, singer, {
      name: 'singer',
      instrument: random.pick([patches.chopAh, patches.chopOoh]),
      in: ['drop', 'break'],
      gain: 0.3,
      lines: random.pick(chops),
      octave: 4,
      pan: 0.15,
    })
    changes(studio, studio.strip({ reverb: 0.2 }))
  },
}

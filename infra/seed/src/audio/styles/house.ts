import { line } from '../music/patterns.ts'
import { changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { bass, pad, stabs, tune } from '../parts/harmony.ts'
import { clap, closedHat, kick, openHat, shaker, skin } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const basslines = [
  [line('0:0/2! 3:0/1 6:0/2 8:0/1 11:7/1 14:4/2')],
  [line('2:0/2! 6:0/2! 10:0/2! 13:-1/1 14:0/2')],
  [line('0:0/3! 4:7/1 6:0/2 10:4/2 12:5/2 14:6/2'), line('0:0/3! 6:0/2 7:7/1 10:4/2 14:2/2')],
]
const rhythms = [
  ['x..x..x...x..o..', 'x..x..x...o.x...'],
  ['..x..o..x..x....', '..x..o..x.....x.'],
  ['o..X......o..X..', 'o..X......o.o.X.'],
]
const tunes = [
  [line('0:4/2 3:6/1! 4:7/4 10:6/2 12:4/3 16:4/2 19:6/1! 20:9/4 26:8/2 28:7/4')],
  [line('2:7/2 6:7/1 7:6/3! 12:4/2 14:2/2 18:4/2 22:4/1 23:2/3! 28:0/4')],
]

/** Four to the floor, keys on the off-beats, a bass that walks: warm, a little late. */
export const house: Style = {
  scales: ['dorian', 'aeolian'],
  write(studio) {
    const { random } = studio
    studio.swing = random.between(0.53, 0.57)
    studio.duckSeconds = 0.24
    studio.reverb = { time: 1.7, size: 0.9, damp: 0.45 }
    studio.harmony(random.pick(['0:5 3:5 0:5 4:4', '0:5 6:4 5:5 4:4', '3:5 4:4 0:5 0:4', '5:5 6:4 0:5 2:5']), 2)
    const drums = studio.strip({ gain: 1 })
    const floor = studio.sound('kick', () => kick({ hz: 49, drop: 2.6, time: 0.34, click: 0.35, drive: 1.7 }))
    beat(studio, drums, { sound: floor, bars: ['X...X...X...X...'], in: [...driving, 'away'], gain: 0.92, pushes: true })
    const tops = studio.strip({ reverb: 0.07 })
    const hands = studio.sound('clap', () => clap(1500))
    beat(studio, tops, { sound: hands, bars: ['....x.......x...'], fill: '....x.......x..o', in: [...driving, 'away'], gain: 0.42 })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(1, 0.22)),
      bars: ['..x...x...x...x.'],
      in: rolling,
      gain: 0.2,
      pan: 0.12,
    })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat()),
      bars: ['o-.-o-.-o-.-o-.o'],
      in: [...rolling, 'break'],
      gain: 0.15,
      pan: -0.2,
      loose: 1,
    })
    beat(studio, tops, {
      sound: studio.sound('shaker', () => shaker()),
      bars: ['o-x-o-x-o-x-o-xo'],
      in: ['lift', 'drop', 'away'],
      gain: 0.16,
      pan: 0.35,
      loose: 2,
    })
    const congas = studio.strip({ reverb: 0.16 })
    const high = studio.sound('conga-high', () => skin({ hz: 262, time: 0.2, slap: 0.5 }))
    const low = studio.sound('conga-low', () => skin({ hz: 196, time: 0.28, slap: 0.3 }))
    beat(studio, congas, {
      sound: high,
      bars: ['...o..x....o..x.', '...o..x.o..o.xx.'],
      in: ['lead', 'open', 'lift', 'drop', 'away'],
      gain: 0.17,
      pan: 0.4,
      loose: 3,
    })
    beat(studio, congas, {
      sound: low,
      bars: ['..o....o..o.....'],
      in: ['lead', 'open', 'lift', 'drop', 'away'],
      gain: 0.2,
      pan: -0.4,
      loose: 3,
    })
    const low_ = studio.strip({ duck: 0.55 })
    bass(studio, low_, {
      name: 'bass',
      instrument: random.pick([patches.organBass, patches.roundBass]),
      in: driving,
      gain: 0.5,
      lines: random.pick(basslines),
      octave: 1,
    })
    const keys = studio.strip({
      reverb: 0.22,
      delay: 0.1,
      duck: 0.3,
      lowpass: studio.by({ open: [500, 3500], groove: [1800, 6000], break: [5000, 900] }, 9000),
    })
    const instrument = random.pick([patches.rhodes, patches.piano, patches.organ])
    stabs(studio, keys, { name: 'keys', instrument, in: own, gain: 0.42, rhythm: random.pick(rhythms), long: 2.4, strum: 4 })
    const strings = studio.strip({ reverb: 0.4, duck: 0.4 })
    pad(studio, strings, { name: 'strings', instrument: patches.strings, in: ['break', 'drop'], gain: 0.17 })
    const singer = studio.strip({ reverb: 0.3, delay: 0.3, duck: 0.2 })
    tune(studio, singer, {
      name: 'singer',
      instrument: random.pick([patches.chopAh, patches.chopOoh]),
      in: ['lift', 'drop'],
      gain: 0.26,
      lines: random.pick(tunes),
      octave: 4,
    })
    changes(studio, studio.strip({ reverb: 0.2 }))
  },
}

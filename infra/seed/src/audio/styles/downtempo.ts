import { line } from '../music/patterns.ts'
import { bed, changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { arpeggio, bass, pad, stabs, tune } from '../parts/harmony.ts'
import { closedHat, kick, openHat, rim, shaker, snare } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const basslines = [
  [line('0:0/4! 7:0/2 10:4/3 14:6/2'), line('0:0/4! 6:0/1 8:7/3 12:4/3')],
  [line('0:0/6! 10:0/2 13:-1/2')],
  [line('0:0/3! 4:4/2 8:7/3! 12:6/2 14:4/2')],
]
const tunes = [
  [line('0:4/4! 6:6/2 8:7/6 16:9/3! 20:7/3 24:6/6 32:4/4! 38:2/2 40:4/8 52:2/4 56:0/6')],
  [line('2:7/3! 6:6/2 9:4/5 18:4/3! 22:6/2 25:7/6 34:9/3! 38:8/2 41:7/5 50:6/4 56:4/6')],
]

/** A lazy beat behind itself, electric piano, a round bass, and one tune that takes its time. */
export const downtempo: Style = {
  scales: ['dorian', 'aeolian', 'ionian'],
  write(studio) {
    const { random } = studio
    studio.swing = random.between(0.56, 0.6)
    studio.duckSeconds = 0.2
    studio.reverb = { time: 2.4, size: 1.2, damp: 0.5 }
    studio.echo = { steps: 6, feedback: 0.42, hz: 2600 }
    const major = studio.idea.key.scale === 'ionian'
    studio.harmony(
      random.pick(major ? ['0:5 5:5 1:5 4:4', '3:5 2:4 5:5 0:5', '0:5 3:5'] : ['0:5 3:5', '0:5 5:5 2:5 6:4', '0:5 4:4 5:5 3:5']),
      random.pick([1, 2]),
      [53, 74],
    )
    const floor = studio.sound('kick', () => kick({ hz: 54, drop: 1.9, time: 0.3, click: 0.22, drive: 1.6 }))
    beat(studio, studio.strip({ reverb: 0.03 }), {
      sound: floor,
      bars: random.pick([
        ['X......x..x.....', 'X......x..x...o.'],
        ['X.....x.x.......', 'X..x....x.x.....'],
      ]),
      in: [...driving, 'away'],
      gain: 0.85,
      pushes: true,
    })
    const tops = studio.strip({ reverb: 0.14 })
    beat(studio, tops, {
      sound: studio.sound('snare', () => snare({ hz: 196, time: 0.22, body: 0.45, bright: 6800 })),
      bars: ['....X.......X...', '....X..-....X..-'],
      fill: '....X..-..o.X.o-',
      in: [...driving, 'away'],
      gain: 0.42,
      loose: 2,
    })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat(0.95, 0.055)),
      bars: ['x.o.x.o.x.o.x.oo', 'x.o.x.oox.o.x.o.'],
      in: rolling,
      gain: 0.15,
      pan: 0.25,
      loose: 3,
    })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(0.9, 0.26)),
      bars: ['................', '..............o.'],
      in: rolling,
      gain: 0.13,
      pan: 0.2,
    })
    beat(studio, tops, {
      sound: studio.sound('shaker', () => shaker(5600, 0.11)),
      bars: ['-.o-x.o--.o-x.o-'],
      in: [...rolling, 'break'],
      gain: 0.12,
      pan: -0.35,
      loose: 4,
    })
    beat(studio, tops, {
      sound: studio.sound('rim', () => rim(1600)),
      bars: ['......o....o....', '...o......o.....'],
      in: ['lead', 'open', 'lift', 'drop', 'away'],
      gain: 0.13,
      pan: -0.2,
      loose: 3,
    })
    bass(studio, studio.strip({ duck: 0.3 }), {
      name: 'bass',
      instrument: patches.roundBass,
      in: driving,
      gain: 0.55,
      lines: random.pick(basslines),
      octave: 1,
    })
    const keys = studio.strip({ reverb: 0.25, delay: 0.18, lowpass: studio.by({ open: [500, 3000] }, 6500) })
    stabs(studio, keys, {
      name: 'keys',
      instrument: random.pick([patches.rhodes, patches.softKeys]),
      in: own,
      gain: 0.42,
      long: 5,
      strum: 9,
      rhythm: random.pick([['x......o..x.....'], ['X.........o.....', 'X.....o.........'], ['x..o..x.....o...']]),
    })
    pad(studio, studio.strip({ reverb: 0.45, duck: 0.2 }), { name: 'pad', instrument: patches.warmPad, in: own, gain: 0.22 })
    arpeggio(studio, studio.strip({ reverb: 0.3, delay: 0.35 }), {
      name: 'plucks',
      instrument: random.pick([patches.santoor, patches.glass, patches.marimba]),
      in: ['lift', 'break'],
      gain: 0.16,
      every: 2,
      order: random.pick([
        [0, 2, 3, 4, 3, 2],
        [4, 3, 1, 2],
      ]),
      long: 2,
    })
    tune(studio, studio.strip({ reverb: 0.35, delay: 0.35 }), {
      name: 'tune',
      instrument: random.pick([patches.bell, patches.melodica, patches.lead]),
      in: ['drop'],
      gain: 0.22,
      lines: random.pick(tunes),
      octave: 4,
      pan: 0.15,
    })
    bed(studio, studio.strip(), 'dust', 0.03)
    changes(studio, studio.strip({ reverb: 0.3 }), { cymbal: 0.16, rise: 0.1 })
  },
}

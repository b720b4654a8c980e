import { line } from '../music/patterns.ts'
import { bed, changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { bass, pad, stabs, tune } from '../parts/harmony.ts'
import { closedHat, kick, openHat, rim, skin, snare } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const basslines = [
  [line('0:0/3! 4:0/2 6:2/2 10:4/2 12:4/3'), line('0:0/3! 4:0/2 6:-1/2 10:-3/4')],
  [line('2:0/2! 4:0/2 6:4/3 10:2/2 12:0/3'), line('2:0/2! 4:0/2 6:4/3 10:6/2 12:7/3')],
  [line('0:0/2! 3:0/1 4:4/3 8:0/2! 11:0/1 12:2/3')],
]
const melodies = [
  [line('0:4/3! 4:4/2 7:6/1 8:7/5 16:6/3! 20:4/2 23:2/1 24:4/6 40:2/2 43:0/6')],
  [line('4:7/2! 6:6/2 8:4/4 14:2/2 16:4/6 36:2/2! 38:4/2 40:6/4 46:4/8')],
]

/** The drum falls on three, the bass sings, and the desk plays the echo. */
export const dub: Style = {
  scales: ['aeolian', 'dorian'],
  write(studio) {
    const { random } = studio
    studio.swing = 0.57
    studio.duckSeconds = 0.16
    studio.reverb = { time: 2.8, size: 1.3, damp: 0.55 }
    studio.echo = { steps: 3, feedback: 0.66, hz: 1900 }
    studio.harmony(random.pick(['0:3 3:3', '0:3 6:3', '0:4 5:3 6:3 0:4', '0:3 0:3 3:3 4:3']), random.pick([1, 2]), [55, 72])
    const floor = studio.sound('kick', () => kick({ hz: 50, drop: 1.8, time: 0.34, click: 0.2, drive: 1.6 }))
    beat(studio, studio.strip({ reverb: 0.04 }), {
      sound: floor,
      bars: random.pick([['........X.......'], ['X...x...X...x...'], ['X.......X.......']]),
      in: [...driving, 'away'],
      gain: 0.9,
      pushes: true,
    })
    const tops = studio.strip({ reverb: 0.2, delay: 0.12 })
    beat(studio, tops, {
      sound: studio.sound('snare', () => snare({ hz: 205, time: 0.2, body: 0.5, bright: 6500 })),
      bars: ['........X.......'],
      fill: '........X..x.xx.',
      in: [...driving, 'away'],
      gain: 0.44,
    })
    beat(studio, tops, {
      sound: studio.sound('rim', () => rim(1650)),
      bars: ['......o.......x.', '...o......o.....'],
      in: [...rolling, 'break'],
      gain: 0.22,
      pan: 0.25,
      loose: 2,
    })
    beat(studio, studio.strip({ reverb: 0.08 }), {
      sound: studio.sound('closed', () => closedHat(0.95, 0.05)),
      bars: ['x.o.x.oox.o.x.o.', 'x.o.x.o.x.oox.o.'],
      in: rolling,
      gain: 0.16,
      pan: -0.25,
      loose: 2,
    })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(0.9, 0.24)),
      bars: ['......x.........', '................'],
      in: rolling,
      gain: 0.12,
      pan: -0.2,
    })
    beat(studio, studio.strip({ reverb: 0.3, delay: 0.25 }), {
      sound: studio.sound('hand', () => skin({ hz: 240, time: 0.2, slap: 0.5 })),
      bars: ['...........o..x.', '................', '..o..o..........', '..............oo'],
      in: ['lead', 'open', 'lift', 'drop', 'away'],
      gain: 0.22,
      pan: 0.4,
      alternate: true,
      loose: 3,
    })
    bass(studio, studio.strip({ duck: 0.2, lowpass: studio.over([0, 700]) }), {
      name: 'bass',
      instrument: patches.roundBass,
      in: driving,
      gain: 0.68,
      lines: random.pick(basslines),
      octave: 1,
    })
    const skank = studio.strip({ reverb: 0.25, delay: 0.4, highpass: studio.over([0, 350]) })
    stabs(studio, skank, {
      name: 'skank',
      instrument: random.pick([patches.dubChord, patches.bubble]),
      in: own,
      gain: 0.42,
      long: 1.1,
      rhythm: random.pick([['....x.......x...'], ['....x.x.....x...', '....x.......x.o.']]),
    })
    stabs(studio, studio.strip({ reverb: 0.12 }), {
      name: 'bubble',
      instrument: patches.bubble,
      in: ['groove', 'lift', 'drop'],
      gain: 0.16,
      long: 0.9,
      rhythm: ['..oo..oo..oo..oo'],
    })
    pad(studio, studio.strip({ reverb: 0.5, lowpass: studio.over([0, 2400]) }), {
      name: 'pad',
      instrument: patches.warmPad,
      in: own,
      gain: 0.2,
    })
    tune(studio, studio.strip({ reverb: 0.35, delay: 0.45 }), {
      name: 'melodica',
      instrument: patches.melodica,
      in: ['open', 'break', 'drop'],
      gain: 0.26,
      lines: random.pick(melodies),
      octave: 4,
      pan: -0.1,
    })
    bed(studio, studio.strip(), random.pick(['dust', 'rain']), 0.03)
    changes(studio, studio.strip({ reverb: 0.4, delay: 0.3 }), { cymbal: 0.14, rise: 0.08, deep: 0.4 })
  },
}

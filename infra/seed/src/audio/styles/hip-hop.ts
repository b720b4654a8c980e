import { line } from '../music/patterns.ts'
import { bed } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { bass, pad, stabs, tune } from '../parts/harmony.ts'
import { closedHat, kick, openHat, snare } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

/** Boom and clap from an old sampler, two chords, dust. */
export const hipHop: Style = {
  scales: ['aeolian', 'dorian', 'ionian'],
  write(studio) {
    const { random } = studio
    studio.swing = random.between(0.57, 0.62)
    studio.duckSeconds = 0.16
    studio.reverb = { time: 1.2, size: 0.7, damp: 0.5 }
    studio.harmony(random.pick(['0:5 3:5', '0:5 5:5 3:5 4:4', '0:4 3:4 0:4 4:4']), 1, [53, 74])
    const floor = studio.sound('kick', () => kick({ hz: 58, drop: 1.7, time: 0.26, click: 0.5, drive: 2.4 }))
    beat(studio, studio.strip(), {
      sound: floor,
      bars: random.pick([
        ['X......x.xX.....', 'X......x..X..x..'],
        ['X..x....x.X.....', 'X..x......X.....'],
      ]),
      in: [...driving, 'away'],
      gain: 0.95,
      pushes: true,
    })
    const tops = studio.strip({ reverb: 0.08 })
    beat(studio, tops, {
      sound: studio.sound('snare', () => snare({ hz: 205, time: 0.2, body: 0.5, bright: 8000 })),
      bars: ['....X.......X...'],
      fill: '....X..-.-..X..x',
      in: [...driving, 'away'],
      gain: 0.56,
      loose: 1,
    })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat(0.9, 0.06)),
      bars: ['x.x.x.xox.x.x.xo'],
      in: rolling,
      gain: 0.2,
      pan: 0.2,
      loose: 2,
    })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(0.9, 0.2)),
      bars: ['................', '..........x.....'],
      in: rolling,
      gain: 0.15,
      pan: 0.2,
    })
    bass(studio, studio.strip({ duck: 0.3 }), {
      name: 'bass',
      instrument: patches.roundBass,
      in: driving,
      gain: 0.6,
      lines: random.pick([[line('0:0/3! 7:0/2 10:4/3 14:2/2')], [line('0:0/4! 6:0/1 9:7/1 10:4/4')]]),
      octave: 1,
    })
    stabs(studio, studio.strip({ reverb: 0.15 }), {
      name: 'keys',
      instrument: random.pick([patches.rhodes, patches.piano, patches.softKeys]),
      in: own,
      gain: 0.45,
      long: 4,
      strum: 8,
      rhythm: random.pick([['x..o....x.......'], ['X.........x..o..'], ['x.....x....o....']]),
    })
    pad(studio, studio.strip({ reverb: 0.3, duck: 0.3 }), {
      name: 'strings',
      instrument: patches.strings,
      in: ['open', 'break', 'lift'],
      gain: 0.16,
    })
    tune(studio, studio.strip({ reverb: 0.25, delay: 0.2 }), {
      name: 'bells',
      instrument: random.pick([patches.bell, patches.marimba]),
      in: ['drop', 'lift'],
      gain: 0.22,
      lines: [line('2:4/2! 6:7/2 10:6/2 14:4/2 20:2/2! 24:4/4')],
      octave: 4,
    })
    bed(studio, studio.strip(), 'dust', 0.035)
  },
}

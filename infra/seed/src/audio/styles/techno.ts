import { euclid, line } from '../music/patterns.ts'
import { changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { bass, pad, stabs, tune } from '../parts/harmony.ts'
import { clap, closedHat, kick, openHat, ride, skin } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const sequences = [
  [line('0:0/1! 2:0/1 3:7/1 5:2/1 6:4/1! 8:0/1 10:0/1 11:6/1 13:4/1 14:2/1!')],
  [line('0:0/1 1:0/1 3:4/1! 4:0/1 6:7/1 7:0/1 9:2/1! 10:0/1 12:6/1 13:0/1 15:4/1!')],
  [line('2:0/1! 4:2/1 6:4/1! 7:4/1 10:0/1! 12:6/1 14:7/1! 15:4/1 18:0/1! 20:2/1 22:4/1! 23:6/1 26:7/1! 28:9/1 30:7/1!')],
]

/** Four to the floor with its own rumble, one chord in a long echo, a sequence whose filter opens over minutes. */
export const techno: Style = {
  scales: ['aeolian', 'phrygian', 'dorian'],
  write(studio) {
    const { random, idea } = studio
    const end = idea.form.bars
    studio.swing = 0.51
    studio.duckSeconds = 0.26
    studio.reverb = { time: 2.4, size: 1.3, damp: 0.55 }
    studio.echo = { steps: 3, feedback: 0.55, hz: 2800 }
    studio.harmony(random.pick(['0:5 0:5 5:4 6:4', '0:4 2:4', '0:5 3:4', '0:4 0:4 6:4 5:4']), 4, [52, 72])
    const drums = studio.strip({ reverb: 0.02 })
    const floor = studio.sound('kick', () => kick({ hz: 46, drop: 3.1, time: 0.4, click: 0.5, drive: 2.6 }))
    beat(studio, drums, {
      sound: floor,
      bars: ['X...X...X...X...'],
      fill: 'X...X...X...X.x.',
      in: [...driving, 'away'],
      gain: 0.95,
      pushes: true,
    })
    const tops = studio.strip({ reverb: 0.06 })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(0.95, 0.2)),
      bars: ['..x...x...x...x.'],
      in: [...rolling],
      gain: 0.2,
      pan: 0.1,
    })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat(1.15, 0.045)),
      bars: ['o-o-o-o-o-o-o-o-', 'o-o-o-o-o-o-o-oo'],
      in: [...rolling, 'break'],
      gain: 0.17,
      pan: -0.22,
      loose: 1,
    })
    beat(studio, tops, { sound: studio.sound('ride', () => ride(1)), bars: ['x.x.x.x.x.x.x.x.'], in: ['drop'], gain: 0.11, pan: 0.25 })
    beat(studio, tops, {
      sound: studio.sound('clap', () => clap(1250, 0.2)),
      bars: ['....x.......x...'],
      fill: '....x..o....x.oo',
      in: ['lift', 'drop'],
      gain: 0.36,
    })
    const toms = studio.strip({ reverb: 0.25 })
    beat(studio, toms, {
      sound: studio.sound('tom', () => skin({ hz: 128, time: 0.24, slap: 0.2 })),
      bars: [euclid(random.pick([5, 7, 3]), 16, random.int(1, 6))],
      in: ['lead', 'open', 'groove', 'drop', 'away'],
      gain: 0.2,
      pan: 0.4,
      alternate: true,
    })
    bass(studio, studio.strip({ duck: 0.9, lowpass: studio.over([0, 160]) }), {
      name: 'rumble',
      instrument: patches.sub,
      in: driving,
      gain: 0.55,
      lines: [line('1:0/1 2:0/1! 3:0/1 5:0/1 6:0/1! 7:0/1 9:0/1 10:0/1! 11:0/1 13:0/1 14:0/1! 15:0/1')],
      octave: 1,
    })
    const chord = studio.strip({
      reverb: 0.35,
      delay: 0.5,
      duck: 0.4,
      lowpass: studio.by({ groove: [900, 2600], break: [2600, 7000], drop: [7000, 4500], lift: [4500, 1500] }, 2200),
    })
    stabs(studio, chord, {
      name: 'chord',
      instrument: random.pick([patches.dubChord, patches.stab]),
      in: [...own],
      gain: 0.62,
      long: 1.2,
      rhythm: random.pick([['...x......x.....'], ['x.....x.........', 'x.....x...x.....'], ['..x..x..........', '..x..x....o..o..']]),
    })
    const sequence = studio.strip({
      delay: 0.2,
      reverb: 0.12,
      duck: 0.35,
      lowpass: studio.over([0, 700], [end * 0.4, 2400], [end * 0.55, 5200], [end, 1400]),
    })
    tune(studio, sequence, {
      name: 'sequence',
      instrument: random.pick([patches.acid, patches.pulse]),
      in: ['groove', 'break', 'drop'],
      gain: 0.5,
      lines: random.pick(sequences),
      octave: random.pick([2, 3]),
      pan: 0.1,
    })
    pad(studio, studio.strip({ reverb: 0.5, duck: 0.5 }), {
      name: 'wide',
      instrument: patches.warmPad,
      in: ['open', 'break', 'drop'],
      gain: 0.32,
    })
    changes(studio, studio.strip({ reverb: 0.3 }), { rise: 0.26, deep: 0.35 })
  },
}

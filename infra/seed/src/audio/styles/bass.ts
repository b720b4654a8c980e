import { line } from '../music/patterns.ts'
import { bed, changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { bass as bassline, pad, stabs, tune } from '../parts/harmony.ts'
import { clap, closedHat, kick, openHat, rim, snare } from '../sounds/drums.ts'
import { patches, wobble } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const basslines = [
  [line('0:0/6! 8:0/3 12:0/2 14:4/2 16:0/6! 24:-1/4 28:-2/4')],
  [line('0:0/4! 6:0/4 12:2/4 16:0/4! 22:4/3 26:2/2 28:0/4')],
  [line('0:0/12! 12:1/4 16:0/8! 24:4/4 28:6/4')],
]
const sirens = [[line('0:4/2! 6:4/2 10:6/4 32:4/2! 38:7/6')], [line('8:7/2! 11:6/2 14:4/6 40:2/2! 43:4/8')]]

/** Half the pace of its tempo: one snare a bar, much room, and a bass that opens and shuts with the beat. */
export const bass: Style = {
  scales: ['aeolian', 'phrygian'],
  write(studio) {
    const { random, idea } = studio
    studio.swing = 0.56
    studio.duckSeconds = 0.2
    studio.reverb = { time: 2.6, size: 1.4, damp: 0.5 }
    studio.echo = { steps: 6, feedback: 0.55, hz: 2200 }
    studio.harmony(random.pick(['0:4 0:4 5:4 6:4', '0:4 1:4', '0:5 5:4', '0:4 3:4']), 4, [52, 72])
    const drums = studio.strip({ reverb: 0.02 })
    const floor = studio.sound('kick', () => kick({ hz: 46, drop: 2.8, time: 0.36, click: 0.45, drive: 2.1 }))
    beat(studio, drums, {
      sound: floor,
      bars: random.pick([
        ['X.....x.........', 'X.........x...o.'],
        ['X..x......x.....', 'X.........x.....'],
      ]),
      in: [...driving, 'away'],
      gain: 0.95,
      pushes: true,
    })
    const tops = studio.strip({ reverb: 0.2, delay: 0.06 })
    const crack = studio.sound('snare', () => snare({ hz: 186, time: 0.3, body: 0.4, bright: 8000 }))
    beat(studio, tops, { sound: crack, bars: ['........X.......'], fill: '........X..o.ox.', in: [...driving, 'away'], gain: 0.6 })
    beat(studio, tops, { sound: studio.sound('clap', () => clap(1300, 0.3)), bars: ['........x.......'], in: ['drop'], gain: 0.3 })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat(0.95, 0.06)),
      bars: ['x..o..x..o..x.o.', 'x..o..x..o..xoo-'],
      in: [...rolling, 'break'],
      gain: 0.2,
      pan: 0.25,
      loose: 1,
    })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(0.9, 0.28)),
      bars: ['......x.........', '......x.......o.'],
      in: rolling,
      gain: 0.15,
      pan: -0.2,
    })
    beat(studio, tops, {
      sound: studio.sound('rim', () => rim(1500)),
      bars: ['...x.........x..', '..........x..x..'],
      in: rolling,
      gain: 0.2,
      pan: -0.4,
    })
    const low = studio.strip({ duck: 0.35 })
    const beats = idea.bpm / 60
    const lines = random.pick(basslines)
    bassline(studio, low, {
      name: 'slow',
      instrument: random.pick([patches.reese, patches.sub]),
      in: ['groove', 'lift'],
      gain: 0.6,
      lines,
      octave: 1,
    })
    bassline(studio, low, {
      name: 'wobble',
      instrument: wobble(beats * random.pick([0.75, 1, 1.5])),
      in: ['drop'],
      gain: 0.6,
      lines,
      octave: 1,
    })
    const chords = studio.strip({ reverb: 0.35, delay: 0.5 })
    stabs(studio, chords, {
      name: 'chord',
      instrument: patches.dubChord,
      in: [...own, 'away'],
      gain: 0.4,
      long: 1.5,
      rhythm: random.pick([
        ['......x.........', '................', '...x..x.........', '................'],
        ['..x.............', '..........o.....'],
      ]),
    })
    pad(studio, studio.strip({ reverb: 0.4, lowpass: studio.by({ open: [300, 1500] }, 2200) }), {
      name: 'dark',
      instrument: patches.warmPad,
      in: own,
      gain: 0.24,
    })
    tune(studio, studio.strip({ reverb: 0.4, delay: 0.5 }), {
      name: 'siren',
      instrument: random.pick([patches.melodica, patches.lead, patches.bell]),
      in: ['groove', 'break', 'drop'],
      gain: 0.2,
      lines: random.pick(sirens),
      octave: 4,
      pan: 0.25,
    })
    bed(studio, studio.strip(), 'dust', 0.025)
    changes(studio, studio.strip({ reverb: 0.3 }), { deep: 0.6, cymbal: 0.22 })
  },
}

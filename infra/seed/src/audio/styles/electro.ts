import { line } from '../music/patterns.ts'
import { changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { arpeggio, bass, pad, stabs, tune } from '../parts/harmony.ts'
import { clap, closedHat, cowbell, kick, openHat, snare } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const basslines = [
  [line('0:0/1! 2:0/1 3:7/1! 6:0/1 8:0/1! 10:7/1 11:0/1 13:4/1 14:6/1!')],
  [line('0:0/2! 3:0/1 6:7/2! 9:0/1 10:0/1 12:4/2! 15:2/1'), line('0:0/2! 3:0/1 6:7/2! 9:6/1 10:4/1 12:2/2! 15:-1/1')],
  [line('0:0/1! 1:0/1 3:0/1 4:7/1! 6:0/1 7:0/1 10:0/1! 11:0/1 12:6/1! 14:4/1')],
]
const leads = [
  [line('0:4/3! 4:7/2 7:6/3 12:4/3 16:2/3! 20:4/2 23:0/6')],
  [line('0:7/1! 2:7/1 3:9/3 8:6/2 11:4/3 16:7/1! 18:7/1 19:11/3 24:9/6')],
]

/** A drum machine that does not walk straight, a bass that jumps octaves, strings over a city at night. */
export const electro: Style = {
  scales: ['aeolian', 'dorian', 'phrygian'],
  write(studio) {
    const { random } = studio
    studio.swing = 0.5
    studio.duckSeconds = 0.14
    studio.reverb = { time: 1.6, size: 1, damp: 0.35 }
    studio.echo = { steps: 3, feedback: 0.42, hz: 4200 }
    studio.harmony(random.pick(['0:4 5:4 3:4 4:4', '0:5 6:4', '0:4 2:4 5:4 6:4', '0:5 3:4']), 2, [54, 76])
    const drums = studio.strip({ reverb: 0.02 })
    const floor = studio.sound('kick', () => kick({ hz: 51, drop: 2.4, time: 0.42, click: 0.3, drive: 2 }))
    beat(studio, drums, {
      sound: floor,
      bars: random.pick([
        ['X.....X...x.....', 'X.....X...x..x..'],
        ['X..X......X.....', 'X..X......X..X..'],
        ['X.....x.X.....x.', 'X.....x...x.....'],
      ]),
      in: [...driving, 'away'],
      gain: 0.92,
      pushes: true,
    })
    const tops = studio.strip({ reverb: 0.1 })
    beat(studio, tops, {
      sound: studio.sound('snare', () => snare({ hz: 200, time: 0.24, body: 0.35, bright: 9000 })),
      bars: ['....X.......X...'],
      fill: '....X..x.x..X.xx',
      in: [...driving, 'away'],
      gain: 0.5,
    })
    beat(studio, tops, { sound: studio.sound('clap', () => clap(1500, 0.2)), bars: ['....x.......x..o'], in: ['drop'], gain: 0.28 })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat(1.05, 0.045)),
      bars: ['xoxoxoxoxoxoxoxo', 'xoxoxoxoxox.xoxo'],
      in: [...rolling, 'break'],
      gain: 0.16,
      pan: 0.2,
    })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(1, 0.2)),
      bars: ['..........x.....', '..........x...x.'],
      in: rolling,
      gain: 0.17,
      pan: -0.15,
    })
    beat(studio, tops, {
      sound: studio.sound('cowbell', cowbell),
      bars: ['..x..x....x..x..', '................'],
      in: ['lead', 'lift', 'drop', 'away'],
      gain: 0.1,
      pan: 0.4,
    })
    const line_ = studio.strip({ duck: 0.3, lowpass: studio.by({ groove: [900, 3500], drop: 6000 }, 4000) })
    bass(studio, line_, {
      name: 'bass',
      instrument: random.pick([patches.electroBass, patches.acid]),
      in: driving,
      gain: 0.5,
      lines: random.pick(basslines),
      octave: 1,
    })
    pad(studio, studio.strip({ reverb: 0.35, duck: 0.2, lowpass: studio.by({ open: [600, 3000] }, 6000) }), {
      name: 'strings',
      instrument: patches.strings,
      in: ['open', 'break', 'drop', 'lift'],
      gain: 0.27,
    })
    stabs(studio, studio.strip({ reverb: 0.2, delay: 0.3 }), {
      name: 'stab',
      instrument: patches.stab,
      in: ['groove', 'lift'],
      gain: 0.4,
      long: 1,
      rhythm: random.pick([['..x..x..........'], ['x..x......x.....', 'x..x............']]),
    })
    arpeggio(studio, studio.strip({ reverb: 0.16, delay: 0.3, duck: 0.2 }), {
      name: 'arp',
      instrument: random.pick([patches.pulse, patches.gatedPluck]),
      in: own.filter((kind) => kind !== 'groove'),
      gain: 0.33,
      every: 1,
      order: random.pick([
        [0, 1, 2, 3, 4, 3, 2, 1],
        [0, 2, 1, 3, 2, 4],
        [3, 2, 1, 0, 4, 2],
      ]),
      long: 0.9,
      rest: random.pick(['xxx.', 'xx.xx.x.', 'x']),
    })
    tune(studio, studio.strip({ reverb: 0.25, delay: 0.4 }), {
      name: 'lead',
      instrument: patches.lead,
      in: ['drop'],
      gain: 0.2,
      lines: random.pick(leads),
      octave: 4,
    })
    changes(studio, studio.strip({ reverb: 0.25 }))
  },
}

import { euclid, line } from '../music/patterns.ts'
import { bed, changes } from '../parts/changes.ts'
import { beat, driving, own, rolling } from '../parts/drums.ts'
import { arpeggio, bass, pad, tune } from '../parts/harmony.ts'
import { closedHat, kick, openHat, shaker, skin } from '../sounds/drums.ts'
import { patches } from '../sounds/patches.ts'
import type { Style } from './style.ts'

const calls = [[line('0:7/6 12:9/4 20:6/8 40:4/6 52:2/8')], [line('4:4/8 18:6/6 30:7/10 48:9/12')]]

/** Loops of five and seven steps that meet again only after minutes, on a soft pulse: patient, wide, warm. */
export const modular: Style = {
  scales: ['dorian', 'aeolian', 'mixolydian'],
  write(studio) {
    const { random, idea } = studio
    const end = idea.form.bars
    studio.swing = 0.52
    studio.duckSeconds = 0.3
    studio.reverb = { time: 3.4, size: 1.6, damp: 0.45 }
    studio.echo = { steps: 3, feedback: 0.6, hz: 3200 }
    studio.harmony(random.pick(['0:5 3:5', '0:5 6:4 3:5 0:5', '0:5 4:4 3:5 3:5', '0:5 5:4']), 4, [53, 74])
    const floor = studio.sound('kick', () => kick({ hz: 45, drop: 1.9, time: 0.4, click: 0.08, drive: 1.4 }))
    beat(studio, studio.strip(), { sound: floor, bars: ['X...X...X...X...'], in: [...driving, 'away'], gain: 0.82, pushes: true })
    const tops = studio.strip({ reverb: 0.14 })
    beat(studio, tops, {
      sound: studio.sound('closed', () => closedHat(1.25, 0.04)),
      bars: [euclid(9, 16, 2), euclid(7, 16, 2), euclid(11, 16, 1)],
      in: [...rolling, 'break'],
      gain: 0.15,
      pan: 0.3,
      loose: 1,
    })
    beat(studio, tops, {
      sound: studio.sound('open', () => openHat(1.15, 0.18)),
      bars: ['..x...x...x...x.'],
      in: ['drop', 'lift', 'lead', 'away'],
      gain: 0.13,
      pan: -0.1,
    })
    beat(studio, tops, {
      sound: studio.sound('shaker', () => shaker(5800)),
      bars: ['o-o-x-o-o-o-x-o-'],
      in: ['groove', 'drop', 'away'],
      gain: 0.13,
      pan: -0.35,
      loose: 2,
    })
    beat(studio, studio.strip({ reverb: 0.3 }), {
      sound: studio.sound('tok', () => skin({ hz: 310, time: 0.12, slap: 0.3 })),
      bars: [euclid(5, 16, random.int(0, 5)), euclid(3, 16, 3)],
      in: [...rolling],
      gain: 0.15,
      pan: 0.4,
      alternate: true,
    })
    bass(studio, studio.strip({ duck: 0.6 }), {
      name: 'bass',
      instrument: random.pick([patches.sub, patches.roundBass]),
      in: driving,
      gain: 0.5,
      lines: random.pick([[line('2:0/2 6:0/2! 10:0/2 14:7/1')], [line('0:0/6! 8:0/4 14:4/2')], [line('3:0/2! 6:0/1 11:0/2! 14:4/1')]]),
      octave: 1,
    })
    const opening = studio.over([0, 900], [end * 0.45, 3800], [end * 0.6, 7000], [end, 1800])
    arpeggio(studio, studio.strip({ reverb: 0.25, delay: 0.35, duck: 0.3, lowpass: opening }), {
      name: 'sequence',
      instrument: patches.gatedPluck,
      in: [...own],
      gain: 0.58,
      every: 1,
      order: random.pick([
        [0, 2, 1, 3, 4, 1, 5],
        [0, 1, 4, 2, 3],
        [3, 0, 2, 5, 1],
      ]),
      rest: random.pick(['x.xx.', 'x..x.x.', 'xx.x.']),
      long: 1,
    })
    arpeggio(studio, studio.strip({ reverb: 0.4, delay: 0.4 }), {
      name: 'sparks',
      instrument: random.pick([patches.glass, patches.bell]),
      in: ['break', 'drop', 'lift'],
      gain: 0.13,
      every: 2,
      order: [4, 2, 5, 3, 6],
      rest: 'x..x...',
      long: 2,
      lift: 0,
    })
    pad(studio, studio.strip({ reverb: 0.45, duck: 0.35 }), {
      name: 'pad',
      instrument: random.pick([patches.warmPad, patches.strings]),
      in: own,
      gain: 0.32,
    })
    tune(studio, studio.strip({ reverb: 0.45, delay: 0.45 }), {
      name: 'call',
      instrument: random.pick([patches.lead, patches.softKeys]),
      in: ['drop', 'break'],
      gain: 0.17,
      lines: random.pick(calls),
      octave: 4,
      pan: 0.2,
    })
    bed(studio, studio.strip(), 'air', 0.035)
    changes(studio, studio.strip({ reverb: 0.35 }), { cymbal: 0.18, rise: 0.14 })
  },
}

import type { Channel } from '../desk/score.ts'
import { beat } from '../parts/drums.ts'
import { closedHat, kick, openHat, ride, snare } from '../sounds/drums.ts'
import type { SectionKind } from '../studio/form.ts'
import type { Studio } from '../studio/studio.ts'

interface Chop {
  kick: string
  snare: string
  ghost: string
  ride: string
}

/** A drummer's bars as the sampler cuts them: how they were played, and what was made of them. */
const chops = {
  plain: { kick: 'X.X.......xX....', snare: '....X.......X...', ghost: '.......o.-.....o', ride: 'x.x.x.x.x.x.x.x.' },
  pushed: { kick: 'X.X.......X.....', snare: '....X.........X.', ghost: '.......o.-.o....', ride: 'x.x.x.x.x.x.x.x.' },
  rolled: { kick: 'X.....X...X.....', snare: '....X..X....X.XX', ghost: '..-......o.-....', ride: 'x.x.x.x.x.x.x...' },
  turned: { kick: 'X..X......X..X..', snare: '....X..X..X...X.', ghost: '......-..o..o...', ride: 'x.x.x...x.x.x.x.' },
  steady: { kick: 'X.........X.....', snare: '....X.......X...', ghost: '.......-.o....-.', ride: 'x.x.x.x.x.x.x.x.' },
} satisfies Record<string, Chop>

const orders: (keyof typeof chops)[][] = [
  ['plain', 'plain', 'plain', 'pushed', 'plain', 'plain', 'turned', 'rolled'],
  ['plain', 'pushed', 'plain', 'rolled'],
  ['steady', 'plain', 'steady', 'turned', 'steady', 'plain', 'steady', 'rolled'],
]

/** A break over all these sections, with room round it; the kick pushes the bass. */
export function breakbeat(
  studio: Studio,
  strip: Channel,
  { in: kinds, tops, gain }: { in: readonly SectionKind[]; tops: readonly SectionKind[]; gain: number },
): void {
  const order = studio.random.pick(orders).map((name) => chops[name])
  const tone = studio.random.between(0.94, 1.08)
  const sounds = {
    kick: studio.sound('break-kick', () => kick({ hz: 64 * tone, drop: 1.7, time: 0.2, click: 0.5, drive: 2.2 })),
    snare: studio.sound('break-snare', () => snare({ hz: 232 * tone, time: 0.2, body: 0.42, bright: 10_500 })),
    ghost: studio.sound('break-ghost', () => snare({ hz: 244 * tone, time: 0.1, body: 0.5, bright: 6000 })),
    ride: studio.sound('break-ride', () => ride(tone * 0.9)),
  }
  beat(studio, strip, { sound: sounds.kick, bars: order.map((bar) => bar.kick), in: kinds, gain: 0.85 * gain, pushes: true })
  beat(studio, strip, { sound: sounds.snare, bars: order.map((bar) => bar.snare), fill: '....X.X...X.XXXX', in: kinds, gain: 0.62 * gain })
  beat(studio, strip, {
    sound: sounds.ghost,
    bars: order.map((bar) => bar.ghost),
    in: [...new Set([...kinds, ...tops])],
    gain: 0.36 * gain,
    loose: 1,
  })
  beat(studio, strip, {
    sound: sounds.ride,
    bars: order.map((bar) => bar.ride),
    in: [...new Set([...kinds, ...tops])],
    gain: 0.12 * gain,
    pan: 0.15,
    loose: 1,
  })
  beat(studio, strip, {
    sound: studio.sound('hat', () => closedHat(1.2, 0.05)),
    bars: ['-.x.-.x.-.x.-.xo'],
    in: tops,
    gain: 0.16 * gain,
    pan: -0.25,
    loose: 1,
  })
  beat(studio, strip, {
    sound: studio.sound('open', () => openHat(0.95, 0.2)),
    bars: ['..............x.', '................'],
    in: kinds,
    gain: 0.15 * gain,
    pan: -0.2,
  })
}

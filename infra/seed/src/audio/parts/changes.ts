import type { Channel } from '../desk/score.ts'
import { boom, crash, riser } from '../sounds/drums.ts'
import { texture } from '../sounds/textures.ts'
import { type Studio, stepsPerBar } from '../studio/studio.ts'

/** Marks where the track changes: a cymbal where it takes over and drops, noise that rises through the break. */
export function changes(
  studio: Studio,
  strip: Channel,
  { cymbal = 0.3, rise = 0.22, deep = 0 }: { cymbal?: number; rise?: number; deep?: number } = {},
): void {
  for (const { kind, from, to } of studio.sections) {
    const at = studio.at(from, 0)
    if (cymbal > 0 && (from === 0 || kind === 'drop')) studio.hit(strip, at, studio.sound('crash', crash), cymbal)
    if (deep > 0 && (kind === 'break' || from === 0)) studio.hit(strip, at, studio.sound('boom', boom), deep)
    if (rise > 0 && kind === 'break') {
      const length = studio.long(Math.min(to - from, 4) * stepsPerBar)
      const sound = studio.sound(`riser${length}`, () => riser(length / 44_100))
      studio.hit(strip, studio.at(to, 0) - length, sound, rise)
    }
  }
}

/** Lays a texture under the whole track, end over end. */
export function bed(studio: Studio, strip: Channel, kind: Parameters<typeof texture>[0], gain: number): void {
  const sound = studio.sound(`bed-${kind}`, () => texture(kind, 11.3, studio.idea.seed))
  const overlap = 11_025
  const { from, to } = studio.score()
  for (let at = from; at < to - sound.left.length / 2; at += sound.left.length - overlap) studio.hit(strip, at, sound, gain)
}

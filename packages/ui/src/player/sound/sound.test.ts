import { describe, expect, it } from 'vitest'
import { driveCurve } from './drive-curve.ts'
import { impulse } from './reverb.ts'
import { bandHz, equaliserPresets, isPlain, plainSound, presetOf, readSound, rooms } from './settings.ts'

describe('sound settings', () => {
  it('are plain as long as nothing is changed, so that nothing has to be built', () => {
    expect(isPlain(plainSound)).toBe(true)
    expect(isPlain({ ...plainSound, equaliser: [...equaliserPresets.club] })).toBe(false)
    for (const change of [{ room: 'hall' }, { echoMix: 0.1 }, { drive: 0.1 }, { compressor: true }, { semitones: -1 }] as const)
      expect(isPlain({ ...plainSound, ...change })).toBe(false)
  })
  it('have ten bands in every preset, and a preset knows itself again', () => {
    for (const [name, bands] of Object.entries(equaliserPresets)) {
      expect(bands.length).toBe(bandHz.length)
      expect(presetOf(bands)).toBe(name)
    }
    expect(presetOf([1, ...plainSound.equaliser.slice(1)])).toBeNull()
  })
  it('are made usable of whatever was stored', () => {
    for (const stored of [null, 3, 'x', {}, { equaliser: 'loud', room: 'moon', drive: Number.NaN }, { equaliser: [99, -99, null] }]) {
      const sound = readSound(stored)
      expect(sound.equaliser.length).toBe(10)
      expect(sound.equaliser.every((db) => Math.abs(db) <= 12)).toBe(true)
      expect(rooms).toContain(sound.room)
    }
    expect(readSound(JSON.parse(JSON.stringify(plainSound)))).toEqual(plainSound)
  })
})

describe('rooms', () => {
  it('die away, the larger the later, and differ in each ear', () => {
    const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0)
    const [room, hall, cathedral] = (['room', 'hall', 'cathedral'] as const).map((name) => impulse(name, 8_000, 0))
    expect(room?.length ?? 0).toBeLessThan(hall?.length ?? 0)
    expect(hall?.length ?? 0).toBeLessThan(cathedral?.length ?? 0)
    for (const samples of [room, hall, cathedral]) {
      if (!samples) continue
      const half = samples.length / 2
      expect(energy(samples.slice(half))).toBeLessThan(energy(samples.slice(0, half)) / 100)
    }
    expect(impulse('hall', 8_000, 1)).not.toEqual(hall)
    expect(impulse('hall', 8_000, 0)).toEqual(hall)
  })
})

describe('drive', () => {
  it('never leaves the range, keeps silence silent, and is symmetric', () => {
    for (const amount of [0.1, 0.5, 1]) {
      const curve = driveCurve(amount)
      expect(curve[(curve.length - 1) / 2]).toBe(0)
      expect(Math.max(...curve)).toBeLessThanOrEqual(1)
      expect(curve[0]).toBeCloseTo(-(curve.at(-1) ?? 0))
    }
  })
})

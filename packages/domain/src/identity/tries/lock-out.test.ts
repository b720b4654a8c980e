import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { freeTries, lockOutMs, rememberedMs } from './lock-out.ts'

// Hundreds of cases each: a machine with other work to do may take its time.
vi.setConfig({ testTimeout: 30_000 })

describe('the rest after wrong tries', () => {
  it('is nothing for the first, then a minute, then twice as long each time', () => {
    expect(Array.from({ length: 13 }, (_, failures) => lockOutMs(failures) / 60_000)).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60])
  })

  it('never shrinks, never passes an hour', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (failures) => {
        expect(lockOutMs(failures + 1)).toBeGreaterThanOrEqual(lockOutMs(failures))
        expect(lockOutMs(failures)).toBeLessThanOrEqual(60 * 60_000)
      }),
    )
  })

  it('leaves a patient guesser under thirty tries a day', () => {
    let [tries, at] = [0, 0]
    while (at < rememberedMs) {
      tries += 1
      at += lockOutMs(tries)
    }
    expect(tries).toBeGreaterThan(freeTries)
    expect(tries).toBeLessThan(36)
  })
})

import { expect, it } from 'vitest'
import { releaseJob, untilNextMinute } from './releases.ts'

it('wakes just after each full minute, never a minute late', () => {
  const noon = Date.UTC(2026, 10, 21, 12)
  for (const offset of [0, 1, 30_000, 59_999]) {
    const wakes = noon + offset + untilNextMinute(noon + offset)
    expect(wakes % 60_000).toBe(250)
    expect(wakes - (noon + offset)).toBeLessThanOrEqual(60_250)
  }
})

it('is one job a tenant and minute, whichever process asks for it', () => {
  expect(releaseJob('t', 5)).toEqual(releaseJob('t', 5))
  expect(releaseJob('t', 5).rowId).not.toBe(releaseJob('t', 6).rowId)
})

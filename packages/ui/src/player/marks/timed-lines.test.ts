import { expect, it } from 'vitest'
import { lastBefore } from './timed-lines.ts'

it('the line that is heard is the last that has begun, and none before the first', () => {
  const starts = [2_000, 10_000, 10_000, 19_500]
  expect([0, 1_999, 2_000, 9_999, 10_000, 19_499, 19_500, 99_000].map((ms) => lastBefore(starts, ms))).toEqual([-1, -1, 0, 0, 2, 2, 3, 3])
  expect(lastBefore([], 5)).toBe(-1)
})

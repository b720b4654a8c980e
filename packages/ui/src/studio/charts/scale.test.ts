import fc from 'fast-check'
import { expect, it } from 'vitest'
import { labelled, roundTop } from './scale.ts'

it('a scale ends on a round figure that nothing goes beyond', () => {
  expect([0, 3, 7, 13, 24, 48, 99, 101, 1_234].map(roundTop)).toEqual([4, 4, 8, 20, 30, 50, 100, 200, 2_000])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
      expect(roundTop(value)).toBeGreaterThanOrEqual(value)
      expect(Number.isInteger(roundTop(value) / 2)).toBe(true)
    }),
  )
})

it('an axis names its first and its last step, and no more than it has room for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 12 }), (count, most) => {
      const marks = labelled(count, most)
      expect(marks[0]).toBe(0)
      expect(marks.at(-1)).toBe(count - 1)
      expect(marks.length).toBeLessThanOrEqual(most + 1)
      expect(new Set(marks).size).toBe(marks.length)
    }),
  )
})

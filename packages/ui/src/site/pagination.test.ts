import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageWindow } from './pagination.tsx'

describe('page numbers', () => {
  it('shows the ends and the neighbours', () => expect(pageWindow(7, 125)).toEqual([1, null, 6, 7, 8, null, 125]))
  it('never hides a single page behind dots', () => expect(pageWindow(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]))
  it('rises, stays within the pages and always holds the present one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (one, two) => {
        const [page, count] = [Math.min(one, two), Math.max(one, two)]
        const shown = pageWindow(page, count).filter((item) => item !== null)
        expect(shown).toContain(page)
        expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b))
        expect(shown.every((item) => item >= 1 && item <= count)).toBe(true)
        expect(shown.length).toBeLessThanOrEqual(7)
      }),
    ))
})

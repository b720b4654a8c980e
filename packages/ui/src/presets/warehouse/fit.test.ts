import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, fit, measure } from './fit.ts'

const word = fc.stringMatching(/^[A-Za-z0-9é]{1,14}$/)

describe('titles that fill their column', () => {
  it('breaks a name where its lines come out even', () => {
    expect(breakLines(['DJ', 'Danny', 'Hectic', 'B'], 2)).toEqual(['DJ Danny', 'Hectic B'])
    expect(breakLines(['DJ', 'Danny', 'Hectic', 'B'], 4)).toEqual(['DJ', 'Danny', 'Hectic', 'B'])
  })
  it('never loses, doubles or reorders a word, and no line is longer than the whole', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 18 }), fc.integer({ min: 1, max: 9 }), (words, count) => {
        const lines = breakLines(words, count)
        expect(lines.join(' ')).toBe(words.join(' '))
        expect(lines.length).toBe(Math.min(count, words.length))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(measure(words.join(' ')) + 1e-9)
      }),
    )
  })
  it('gives more lines less width', () =>
    expect(fit('An unreasonably long night', 1).width).toBeLessThan(fit('An unreasonably long night', 0.1).width))
  it('takes accented capitals for their letters', () => expect(measure('É')).toBe(measure('E')))
})

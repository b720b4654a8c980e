import { describe, expect, it } from 'vitest'
import { emWidth, setLines } from './lockup.tsx'

describe('the lockup', () => {
  it('keeps every word, in order', () => {
    const words = 'An Unreasonably Long Night at the Corner of Kingsland High Street'.split(' ')
    expect(setLines(words, 5).join(' ').split(' ')).toEqual(words)
  })

  it('sets a short name in one line on a desk and in two on a phone', () => {
    expect(setLines(['Music', 'Connect'], 9)).toEqual(['Music Connect'])
    expect(setLines(['Music', 'Connect'], 3)).toEqual(['Music', 'Connect'])
  })

  it('leaves no short word alone beside long ones', () => {
    expect(setLines(['Presents', 'the', 'Saturday'], 3)).not.toContain('the')
  })

  it('measures capitals, whatever the case and the accents', () => {
    expect(emWidth('à propos')).toBe(emWidth('A PROPOS'))
    expect(emWidth('II')).toBeLessThan(emWidth('MM'))
  })

  it('takes a text without words', () => {
    expect(setLines([], 3)).toEqual([])
    expect(emWidth('')).toBeGreaterThan(0)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultBrand } from './character.ts'
import { contrast, readable } from './colour.ts'
import { presetNames } from './preset-names.ts'
import { interfacePairs, resolveTokens, textPairs } from './tokens.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const colours = fc.record({
  accent: hex,
  second: hex,
  ground: fc.record({ dark: hex, light: hex }),
  ink: fc.record({ dark: fc.option(hex), light: fc.option(hex) }),
})
const mode = fc.constantFrom('dark' as const, 'light' as const)
const preset = fc.constantFrom(...presetNames)

describe('contrast of a brand', () => {
  it('gives every text pair 4.5 and every interface pair 3, whatever a DJ chooses', () => {
    fc.assert(
      fc.property(colours, mode, preset, (chosen, which, name) => {
        const { tokens } = resolveTokens({ colours: chosen, preset: name }, which)
        for (const [front, back] of textPairs) {
          expect(contrast(tokens[front] ?? '', tokens[back] ?? ''), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5)
        }
        for (const [front, back] of interfacePairs) {
          expect(contrast(tokens[front] ?? '', tokens[back] ?? ''), `${front} on ${back}`).toBeGreaterThanOrEqual(3)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('says what it moved, and only that', () => {
    fc.assert(
      fc.property(colours, mode, preset, (chosen, which, name) => {
        const { tokens, corrections } = resolveTokens({ colours: chosen, preset: name }, which)
        const moved = corrections.find((one) => one.role === 'accent')
        expect(moved?.used ?? chosen.accent).toBe(tokens['--accent'])
        // A colour that is moved for one ground may lose a hair on another where it was readable already, and stays so.
        for (const one of corrections) expect(one.ratioAfter).toBeGreaterThanOrEqual(Math.min(one.ratioBefore, 4.5))
      }),
      { numRuns: 200 },
    )
  })

  it('leaves the five presets as they were drawn: their own ink is never moved', () => {
    for (const name of presetNames) {
      for (const which of ['dark', 'light'] as const) expect(resolveTokens(defaultBrand(name), which).corrections).toEqual([])
    }
  })

  it('keeps the hue of what it moves', () => {
    // A yellow on white must become a dark yellow (olive), never a grey: red and green stay well above blue.
    const used = readable('#ffe600', ['#ffffff'], 4.5)
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(used.slice(at, at + 2), 16))
    expect(Math.min(red, green) - blue).toBeGreaterThan(60)
  })
})

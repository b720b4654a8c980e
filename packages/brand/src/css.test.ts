import { describe, expect, it } from 'vitest'
import { defaultBrand } from './character.ts'
import { brandAttributes, brandCss } from './css.ts'
import { presetNames } from './preset-names.ts'
import { fluid } from './scale.ts'
import { brandSchema } from './schema.ts'

describe('a brand as a style sheet', () => {
  it('is complete for every preset, and its default record passes its own schema', () => {
    for (const name of presetNames) {
      const brand = defaultBrand(name)
      expect(brandSchema.parse(brand)).toEqual(brand)
      const css = brandCss(brand)
      expect(css).not.toContain('undefined')
      expect(css).not.toContain('NaN')
      for (const variable of ['--ground:', '--ink:', '--accent:', '--display:', '--step-0:', '--space-10:', '--radius:'])
        expect(css).toContain(variable)
    }
  })
  it('follows the device only where the brand says so', () => {
    const brand = defaultBrand('nocturne')
    const follows = ':root:not([data-mode=dark],[data-mode=light])'
    expect(brandCss({ ...brand, mode: 'auto' })).toContain(follows)
    expect(brandCss({ ...brand, mode: 'light' })).not.toContain(follows)
  })
  it("puts a visitor's choice before the brand's", () => {
    expect(brandAttributes(defaultBrand('warehouse'))['data-mode']).toBe('dark')
    expect(brandAttributes(defaultBrand('warehouse'), 'light')['data-mode']).toBe('light')
  })
  it('grows evenly between a phone and a desk', () => expect(fluid(1, 2)).toBe('clamp(1rem, 0.6286rem + 1.5238vw, 2rem)'))
})

describe('the record', () => {
  const brand = defaultBrand('signal')
  const refused = (change: object) => expect(brandSchema.safeParse({ ...brand, ...change }).success).toBe(false)
  it('refuses what could reach a style sheet or a link as something else', () => {
    refused({ colours: { ...brand.colours, accent: 'red;}' } })
    refused({ announcement: { text: {}, href: 'javascript:alert(1)', active: true } })
    refused({ announcement: { text: {}, href: '//elsewhere.example', active: true } })
    refused({ sections: ['mixes', 'mixes'] })
    refused({ type: { display: 'Comic Sans', body: 'preset' } })
  })
})

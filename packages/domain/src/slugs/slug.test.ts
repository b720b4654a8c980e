import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify, slugSchema } from './slug.ts'

describe('a slug made from a title', () => {
  it('is always one the site accepts', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => slugSchema.safeParse(slugify(title)).success))
  })

  it('folds accents and keeps words', () => {
    expect(slugify('São João — Straße №3!')).toBe('sao-joao-strasse-no3')
  })

  it('stays away from the site’s own words', () => {
    expect([slugify('Studio'), slugify('…')]).toEqual(['studio-1', 'untitled-1'])
  })
})

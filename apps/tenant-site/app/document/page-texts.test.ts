import { expect, it } from 'vitest'
import { pageTexts } from './page-texts.ts'

it.each([
  ['/', 'common errors site account'],
  ['/mixes', 'common errors site account'],
  ['/fan-club', 'common errors site account fanClub'],
  ['/es/account/membership', 'common errors site account fanClub'],
  ['/fr/mixes/rewind', 'common errors site account community rights'],
])('%s has its texts with it from the start: %s', (path, texts) => expect(pageTexts(path)).toBe(texts))

it('the studio has its own, by its areas', () => {
  expect(pageTexts('/studio')).toContain('studioBrand')
  expect(pageTexts('/studio/fan-club/new').split(' ')).toEqual(expect.arrayContaining(['studio', 'fanClub', 'studioFanClub']))
  expect(pageTexts('/studio/fan-club')).not.toContain('studioMixes')
})

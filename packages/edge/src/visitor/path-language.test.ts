import { describe, expect, it } from 'vitest'
import { pagePath, pathIn, pathLanguage } from './path-language.ts'

describe('the language of a path', () => {
  it.each([
    ['/', { locale: 'en', path: '/', prefixed: false }],
    ['/_root.data', { locale: 'en', path: '/', prefixed: false }],
    ['/mixes', { locale: 'en', path: '/mixes', prefixed: false }],
    ['/es', { locale: 'es', path: '/', prefixed: true }],
    ['/es/', { locale: 'es', path: '/', prefixed: true }],
    ['/es.data', { locale: 'es', path: '/', prefixed: true }],
    ['/es/mixes/a.data', { locale: 'es', path: '/mixes/a', prefixed: true }],
    ['/especial', { locale: 'en', path: '/especial', prefixed: false }],
    ['/ES/mixes', { locale: 'en', path: '/ES/mixes', prefixed: false }],
  ])('%s', (path, wanted) => expect(pathLanguage(path, 'en')).toEqual(wanted))

  it('goes back where it came from', () => {
    for (const path of ['/', '/mixes', '/mixes/a']) {
      for (const locale of ['en', 'es', 'pt', 'fr'] as const)
        expect(pathLanguage(pathIn(locale, 'pt', path), 'pt')).toMatchObject({ locale, path })
    }
  })

  it('of a data request is its page’s', () => expect(pagePath('/a/b.data')).toBe('/a/b'))
})

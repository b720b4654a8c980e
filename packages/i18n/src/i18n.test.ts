import { describe, expect, it } from 'vitest'
import { loadNamespaces } from './browser/tenant-site.ts'
import { formatters, locales, namespaces, negotiate } from './index.ts'
import { completePlurals } from './plurals.ts'
import { createI18n, errorText } from './server.ts'

describe('negotiate', () => {
  const offered = ['en', 'es', 'pt', 'fr'] as const
  it.each([
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['de-DE,fr;q=0.4,es;q=0.7', 'es'],
    ['de', 'en'],
    ['*', 'en'],
    ['fr;q=0,es;q=0.1', 'es'],
    ['FR-ca', 'fr'],
    ['', 'en'],
    [null, 'en'],
    [';;;,q=,=fr', 'en'],
  ])('%s → %s', (header, expected) => expect(negotiate(header, offered, 'en')).toBe(expected))

  it('never gives a language the tenant does not offer', () => expect(negotiate('fr', ['es', 'pt'], 'es')).toBe('es'))
  it('reads a hostile header only so far', () => expect(negotiate(`${'x,'.repeat(1e6)}fr`, offered, 'pt')).toBe('pt'))
})

describe('createI18n', () => {
  it('is ready at once, in every language', () => {
    for (const locale of locales) expect(createI18n(locale, ['common']).t('common:skip', { defaultValue: '' })).toBeTypeOf('string')
    expect(createI18n('fr').t('errors:not_found')).toBe('Il n’y a rien à cette adresse.')
  })
  it('shares one instance, which nobody can turn to another language', async () => {
    expect(createI18n('es')).toBe(createI18n('es'))
    await expect(createI18n('es').changeLanguage('fr')).rejects.toThrow('one language')
  })
  it('names a namespace that does not exist', () => expect(() => createI18n('en', ['nope' as 'common'])).toThrow('nope'))
  it('loads in the browser what the server has', async () => {
    const site = namespaces.filter((namespace) => namespace !== 'platform')
    expect(Object.keys(await loadNamespaces('pt', site))).toEqual(site)
    await expect(loadNamespaces('pt', ['platform'])).rejects.toThrow('platform')
  })
})

describe('errorText', () => {
  it('fills in what the error says', () => expect(errorText('en', 'too_many', { seconds: 4 })).toContain('4 s'))
  it('never shows a bare key', () => expect(errorText('es', 'no.such.key')).toBe(errorText('es', 'unexpected')))
})

it('gives whole millions a form where a text has none', () =>
  expect(completePlurals({ a: { fans_one: '1', fans_other: 'n' }, too_many: 'x' })).toEqual({
    a: { fans_one: '1', fans_other: 'n', fans_many: 'n' },
    too_many: 'x',
  }))

describe('formatters', () => {
  it('writes money from minor units', () => {
    expect(formatters('en').money(29900, 'GBP')).toBe('£299.00')
    expect(formatters('en').money(29900, 'GBP', { trim: true })).toBe('£299')
    expect(formatters('en').money(29950, 'GBP', { trim: true })).toBe('£299.50')
    expect(formatters('en').money(500, 'JPY')).toBe('¥500')
    expect(formatters('fr').money(123456, 'EUR')).toBe('1\u00a0234,56\u00a0€')
  })
  it('tells a day by the zone it happens in, and a calendar day as it stands', () => {
    expect(formatters('en').date('2026-01-01T23:30:00Z', { timeZone: 'Europe/Madrid' })).toBe('2 January 2026')
    expect(formatters('es').date('2026-01-01', { timeZone: 'America/Los_Angeles' })).toBe('1 de enero de 2026')
    expect(formatters('pt').time('2026-07-01T21:00:00Z', { timeZone: 'Europe/London' })).toBe('22:00')
  })
  it('says how long ago', () => {
    const now = new Date('2026-05-10T12:00:00Z')
    expect(formatters('en').relative('2026-05-09T12:00:00Z', now)).toBe('yesterday')
    expect(formatters('fr').relative('2026-05-10T14:00:00Z', now)).toBe('dans 2 heures')
    expect(formatters('en').relative(now, now)).toBe('now')
  })
  it('writes times of a mix', () => {
    expect(formatters('en').clock(3_725_000)).toBe('1:02:05')
    expect(formatters('en').clock(65_000)).toBe('1:05')
    expect(formatters('en').duration(4_320_000)).toBe('1 hr 12 mins')
  })
  it('writes lists and sizes', () => {
    expect(formatters('es').list(['a', 'b', 'c'])).toBe('a, b y c')
    expect(formatters('en').bytes(1_500_000)).toBe('1.5 MB')
    expect(formatters('en').bytes(12)).toBe('12 bytes')
  })
})

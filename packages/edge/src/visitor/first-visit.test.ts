import { describe, expect, it } from 'vitest'
import { firstVisitLocale } from './first-visit.ts'

const asked = {
  own: 'en',
  offered: ['en', 'es', 'fr'],
  account: null,
  cookie: null,
  acceptLanguage: undefined,
  fetchSite: undefined,
} as const

describe('a first visit to the bare root', () => {
  it('stays where no language is asked for', () => expect(firstVisitLocale(asked)).toBeNull())
  it('goes where the browser asks', () => expect(firstVisitLocale({ ...asked, acceptLanguage: 'es-MX,en;q=0.5' })).toBe('es'))
  it('stays where the asked language is not offered', () => expect(firstVisitLocale({ ...asked, acceptLanguage: 'pt-BR' })).toBeNull())
  it('believes the cookie before the browser', () => expect(firstVisitLocale({ ...asked, cookie: 'en', acceptLanguage: 'es' })).toBeNull())
  it('believes the account before the cookie', () => expect(firstVisitLocale({ ...asked, account: 'fr', cookie: 'en' })).toBe('fr'))
  it('sends nobody away who comes from this site', () =>
    expect(firstVisitLocale({ ...asked, acceptLanguage: 'es', fetchSite: 'same-origin' })).toBeNull())
})

import { describe, expect, it } from 'vitest'
import { chosenLanguage, firstVisitLocale } from './first-visit.ts'

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

describe('a language to remember', () => {
  const went = { ...asked, fetchSite: 'same-origin', fetchDest: 'document', shown: 'es' } as const
  it('is the one somebody went to', () => expect(chosenLanguage(went)).toBe('es'))
  it('is the tenant’s own too, against the browser', () =>
    expect(chosenLanguage({ ...went, acceptLanguage: 'es', shown: 'en' })).toBe('en'))
  it('is nothing new when it is what they would have got', () => {
    expect(chosenLanguage({ ...went, acceptLanguage: 'es' })).toBeNull()
    expect(chosenLanguage({ ...went, cookie: 'es' })).toBeNull()
  })
  it('is not chosen by arriving, nor by what a page loads', () => {
    expect(chosenLanguage({ ...went, fetchSite: 'cross-site' })).toBeNull()
    expect(chosenLanguage({ ...went, fetchDest: 'image' })).toBeNull()
  })
})

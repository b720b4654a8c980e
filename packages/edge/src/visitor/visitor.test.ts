import { describe, expect, it } from 'vitest'
import { preferenceCookie, readCookie, sessionCookie } from './cookies.ts'
import { consentValue, sharedVisitor, variantOf, visitorOf } from './visitor.ts'

describe('cookies', () => {
  it('are read by their whole name', () => {
    const header = 'x__Host-mode=light; __Host-mode2=light;__Host-mode=dark; a=__Host-mode=light'
    expect(readCookie(header, '__Host-mode')).toBe('dark')
    expect(readCookie('a=__Host-mode', '__Host-mode')).toBeUndefined()
    expect(readCookie(undefined, '__Host-mode')).toBeUndefined()
  })

  it('are for this host alone, and never for scripts', () => {
    for (const cookie of [sessionCookie('token'), preferenceCookie('mode', 'dark')]) {
      expect(cookie).toMatch(/^__Host-/)
      for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(part)
      expect(cookie).not.toMatch(/domain/i)
    }
  })

  it('hold no second cookie in their value', () => expect(() => preferenceCookie('mode', 'dark; a=b')).toThrow())
})

describe('a visitor', () => {
  it('is nobody without cookies', () =>
    expect(visitorOf(undefined)).toEqual({ sessionToken: null, mode: null, language: null, consent: null }))

  it('has what the cookies say when it makes sense', () => {
    const visitor = visitorOf('__Host-session=abc; __Host-mode=dark; __Host-language=es; __Host-consent=2.am')
    expect(visitor).toEqual({
      sessionToken: 'abc',
      mode: 'dark',
      language: 'es',
      consent: { version: 2, analytics: true, media: true, visitorId: null },
    })
    expect(visitor.consent && consentValue(visitor.consent)).toBe('2.am')
  })

  it('has a random id of its own, on which no page depends', () => {
    const id = '01900000-0000-7000-8000-000000000001'
    const visitor = visitorOf(`__Host-consent=2.a.${id}`)
    expect(visitor.consent?.visitorId).toBe(id)
    expect(visitor.consent && consentValue(visitor.consent)).toBe(`2.a.${id}`)
    expect(variantOf(visitor)).toBe('|2.a')
    expect(sharedVisitor(visitor).consent?.visitorId).toBeNull()
  })

  it('has nothing when it does not', () => {
    const visitor = visitorOf('__Host-mode=pink; __Host-language=xx; __Host-consent=1.x')
    expect(variantOf(visitor)).toBe('|')
    expect(visitor.language).toBeNull()
  })
})

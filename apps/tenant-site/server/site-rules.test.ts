import { describe, expect, it } from 'vitest'
import { siteRules } from './site-rules.ts'

const { sharing, isOpenWhileSuspended, isFile, isProvedOtherwise, mostBodyBytes, mayBeFramed } = siteRules

describe('what everybody may see', () => {
  it.each([
    '/',
    '/mixes',
    '/mixes/rewind',
    '/about',
    '/fan-club',
    '/embed/id',
    '/events',
    '/events/a-night',
    '/links',
    '/pages/press-kit',
    '/legal/privacy',
    '/feed.xml',
    '/podcast.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/manifest.webmanifest',
  ])('%s is shared', (path) => expect(sharing.isShared(path)).toBe(true))

  it.each([
    '/account',
    '/account/sessions',
    '/account/membership',
    '/feeds/token.xml',
    '/feeds/episodes/ticket/audio.m4a',
    '/podcast/id/audio.m4a',
    '/downloads/id',
    '/sign-in',
    '/studio',
    '/studio/brand',
    '/preview/token',
    '/mixes/a/b',
    '/mixes/a-mix/comments',
    '/mixes/a-mix/report',
    '/claims/token',
    '/account/listening',
    '/pages',
    '/api/v1/mixes',
    '/media/id',
    '/preferences/mode',
    '/anything-else',
  ])('%s is not', (path) => expect(sharing.isShared(path)).toBe(false))

  it('is one page, whatever moment its link begins at', () => {
    expect(sharing.isIgnored('t')).toBe(true)
    expect(sharing.isIgnored('link')).toBe(false)
  })

  it('never depends on a search', () => expect(sharing.queryKeys.has('q')).toBe(false))
})

describe('what else the server has to know', () => {
  it('keeps the way in open while a site is suspended', () => {
    for (const path of ['/sign-in', '/studio', '/account', '/media/id']) expect(isOpenWhileSuspended(path)).toBe(true)
    for (const path of ['/', '/mixes', '/feed.xml']) expect(isOpenWhileSuspended(path)).toBe(false)
  })

  it('looks at no session for a file', () => {
    for (const path of ['/media/id', '/og/site/home.jpg', '/icons/icon-32.png', '/__manifest']) expect(isFile(path)).toBe(true)
    for (const path of ['/mixes', '/studio/media']) expect(isFile(path)).toBe(false)
  })

  it('lets other sites show a mix made for that, and no other page', () => {
    expect(mayBeFramed?.('/embed/id')).toBe(true)
    for (const path of ['/', '/mixes/embed', '/studio/embed', '/account', '/oembed', '/embedded']) expect(mayBeFramed?.(path)).toBe(false)
  })

  it('takes a mutation from elsewhere only where it proves itself', () => {
    expect(isProvedOtherwise('/webhooks/resend')).toBe(true)
    for (const path of ['/webhooks', '/sign-in', '/studio/webhooks/x']) expect(isProvedOtherwise(path)).toBe(false)
  })

  it('lets large bodies in where pictures are uploaded, and nowhere else', () => {
    expect(mostBodyBytes('/studio/media')).toBeGreaterThan(mostBodyBytes('/studio/brand'))
    expect(mostBodyBytes('/sign-up')).toBe(mostBodyBytes('/'))
  })
})

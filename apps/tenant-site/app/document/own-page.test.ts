import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ownPage } from './own-page.ts'

const origin = 'https://dj.example'
const link = (href: string, more: object = {}) =>
  ({
    href: new URL(href, origin).href,
    target: '',
    hreflang: '',
    dataset: {},
    hasAttribute: () => false,
    ...more,
  }) as unknown as HTMLAnchorElement

beforeEach(() => {
  vi.stubGlobal('location', new URL('/mixes', origin))
  vi.stubGlobal('document', { documentElement: { lang: 'en', dataset: {} } })
})
afterEach(() => vi.unstubAllGlobals())

it.each(['/', '/fan-club', '/es/mixes/rewind', '/podcasts', '/account/membership'])('%s is a page: what plays goes on', (path) => {
  expect(ownPage(link(path))?.pathname).toBe(path)
})

it.each(['/podcast.xml', '/podcast/1/audio.m4a', '/feeds/token.xml', '/downloads/1', '/feed.xml', '/embed/1', '/oembed', '/studio'])(
  '%s is the browser’s to follow',
  (path) => expect(ownPage(link(path))).toBeNull(),
)

it('so is what opens elsewhere', () => {
  expect(ownPage(link('/mixes', { target: '_blank' }))).toBeNull()
  expect(ownPage(link('https://other.example/'))).toBeNull()
})

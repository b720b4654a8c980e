import { describe, expect, it } from 'vitest'
import { mixesHref } from './mixes-href.ts'

const view = { action: '/es/mixes', page: 3, query: { q: 'dub', genre: 'Jungle', mood: '', year: '', sort: 'newest' as const } }

describe('addresses of the catalogue', () => {
  it('keeps what was asked and changes only what is said', () =>
    expect(mixesHref(view, { page: 4 })).toBe('/es/mixes?q=dub&genre=Jungle&page=4'))
  it('has one address for one list: defaults and empty values are left out', () =>
    expect(mixesHref(view, { q: ' ', genre: '', sort: 'newest', page: 1 })).toBe('/es/mixes'))
  it('escapes what a fan typed', () =>
    expect(mixesHref(view, { q: 'drum & bass?', genre: '', page: 1 })).toBe('/es/mixes?q=drum+%26+bass%3F'))
})

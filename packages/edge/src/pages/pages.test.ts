import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { limits, logger } from '@residency/config'
import { tenantRef } from '@residency/db'
import { beforeEach, describe, expect, it } from 'vitest'
import type { KnownTenant } from '../hosts/index.ts'
import { visitorOf } from '../visitor/index.ts'
import { canonicalTarget, isPlainTarget, isTrackingKey, type SharingRules } from './page-address.ts'
import { type PageAsk, PageCache } from './page-cache.ts'
import { PageStore } from './page-store.ts'
import { encodingFor, isKnownTo, storePage } from './stored-page.ts'

const rules: SharingRules = { isShared: () => true, queryKeys: new Set(['genre', 'page']), isIgnored: isTrackingKey }
const id = { a: '01900000-0000-7000-8000-00000000000a', b: '01900000-0000-7000-8000-00000000000b' }
const tenant = (tenantId: string, revision = 1): KnownTenant => ({
  ref: tenantRef('host', tenantId),
  record: {
    id: tenantId,
    slug: 's',
    name: 'n',
    status: 'active',
    locale: 'en',
    currency: 'GBP',
    timeZone: 'UTC',
    revision,
    primaryHost: 'h',
  },
})
const snapshot = (text: string, status = 200) => ({
  snapshot: { status, headers: [['content-type', 'text/html']] as [string, string][], body: Buffer.from(text) },
  mayBeStored: true,
})

describe('a page’s address', () => {
  it.each([
    ['/mixes', '/mixes'],
    ['/mixes?', '/mixes'],
    ['/mixes?page=2&genre=House', '/mixes?genre=House&page=2'],
    ['/mixes?genre=&page=2', '/mixes?page=2'],
    ['/?utm_source=x&fbclid=y', '/'],
    ['/mixes?q=a', null],
    ['/mixes?genre=a&genre=b', null],
    [`/mixes?genre=${'a'.repeat(61)}`, null],
    [`/${'a'.repeat(700)}`, null],
  ])('%s → %s', (given, wanted) => expect(canonicalTarget(given, rules)).toBe(wanted))

  it.each(['//evil.example', 'http://evil.example/', '/a\\b', '/a#b', '/\u00e9', '*', '', undefined])('%j is no page', (given) =>
    expect(isPlainTarget(given)).toBe(false),
  )
})

describe('encodings', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0, gzip;q=0', 'identity'],
    ['br;q=0.5', 'br'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('%s → %s', (given, wanted) => expect(encodingFor(given)).toBe(wanted))

  it('hold the same page', async () => {
    const text = 'words '.repeat(1_000)
    const page = await storePage(snapshot(text).snapshot, 1, 0)
    expect(brotliDecompressSync(page.variants.br.body).toString()).toBe(text)
    expect(gunzipSync(page.variants.gzip.body).toString()).toBe(text)
    expect(page.variants.identity.body.toString()).toBe(text)
    expect(page.notModified).not.toContain('content-type')
    expect(page.notModified).toContain(page.etag)
  })
})

describe('an entity tag', () => {
  it.each([
    ['W/"a"', true],
    ['"a"', true],
    ['"b", W/"a"', true],
    ['*', true],
    ['"b"', false],
    [undefined, false],
  ])('%s', (given, wanted) => expect(isKnownTo(given, 'W/"a"')).toBe(wanted))
})

describe('the pages in memory', () => {
  const page = async (size: number) => ({ ...(await storePage(snapshot('x').snapshot, 1, 0)), bytes: size })
  it('take no more of a tenant than its share, the longest unused first', async () => {
    const store = new PageStore({ perTenant: 100, most: 1_000 })
    for (const key of ['1', '2', '3']) store.set(id.a, key, await page(40))
    expect([store.get(id.a, '1', 0), store.bytes]).toEqual([undefined, 80])
    store.get(id.a, '2', 10_000)
    store.set(id.a, '4', await page(40))
    expect(store.get(id.a, '2', 0)).toBeDefined()
    expect(store.get(id.a, '3', 0)).toBeUndefined()
  })
  it('never let one tenant’s pages push out another’s within its share', async () => {
    const store = new PageStore({ perTenant: 100, most: 200 })
    store.set(id.b, 'kept', await page(100))
    for (let key = 0; key < 50; key += 1) store.set(id.a, String(key), await page(30))
    expect(store.get(id.b, 'kept', 0)).toBeDefined()
  })
  it('keep no page larger than a share', async () => {
    const store = new PageStore({ perTenant: 100, most: 200 })
    store.set(id.a, 'huge', await page(101))
    expect(store.bytes).toBe(0)
  })
})

describe('shared pages', () => {
  let made: number
  let clock: number
  let overloaded: boolean
  let next: () => Promise<ReturnType<typeof snapshot>>
  let cache: PageCache
  const ask = (more: Partial<PageAsk> = {}): PageAsk => ({
    known: tenant(id.a),
    target: '/',
    variant: '|',
    visitor: visitorOf(undefined),
    ...more,
  })
  const text = async (wanted: PageAsk) => {
    const answer = await cache.get(wanted)
    return 'page' in answer
      ? [answer.page.variants.identity.body.toString(), answer.outcome]
      : [answer.snapshot.body.toString(), answer.snapshot.status]
  }

  beforeEach(() => {
    made = 0
    clock = 1_000
    overloaded = false
    next = async () => snapshot(`page ${++made}`)
    cache = new PageCache({ render: () => next(), isOverloaded: () => overloaded, log: logger, now: () => clock })
  })

  it('are made once, however many ask', async () => {
    await Promise.all(Array.from({ length: 20 }, () => cache.get(ask())))
    expect(made).toBe(1)
    expect(await text(ask())).toEqual(['page 1', 'hit'])
  })

  it('that the clock changes are made anew before anybody sees them after that moment, not a minute or a day later', async () => {
    const waiting = async () => ({ ...snapshot(`page ${++made}`), turnsAt: made === 1 ? new Date(5_000) : null })
    cache = new PageCache({ render: waiting, isOverloaded: () => false, log: logger, now: () => clock })
    await cache.get(ask())
    clock = 4_999
    expect(await text(ask())).toEqual(['page 1', 'hit'])
    clock = 5_000
    expect(cache.peek(ask())).toBeUndefined()
    expect(await text(ask())).toEqual(['page 2', 'made'])
  })

  it('are another for another tenant, address or variant', async () => {
    await cache.get(ask())
    await cache.get(ask({ known: tenant(id.b) }))
    await cache.get(ask({ target: '/mixes' }))
    await cache.get(ask({ variant: 'dark|' }))
    expect(made).toBe(4)
  })

  it('show a change at once', async () => {
    await cache.get(ask())
    expect(await text(ask({ known: tenant(id.a, 2) }))).toEqual(['page 2', 'made'])
    expect(await text(ask({ known: tenant(id.a, 2) }))).toEqual(['page 2', 'hit'])
  })

  it('are shown past their freshness while a new one is made', async () => {
    await cache.get(ask())
    clock += limits.pageFreshMs + 1
    expect(await text(ask())).toEqual(['page 1', 'stale'])
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await text(ask())).toEqual(['page 2', 'hit'])
  })

  it('are shown as last known when no new one can be made', async () => {
    await cache.get(ask())
    next = async () => Promise.reject(new Error('no database'))
    expect(await text(ask({ known: tenant(id.a, 2) }))).toEqual(['page 1', 'last-known'])
    next = async () => snapshot('sorry', 500)
    expect(await text(ask({ known: tenant(id.a, 2) }))).toEqual(['page 1', 'last-known'])
    await expect(cache.get(ask({ target: '/new' }))).resolves.toMatchObject({ snapshot: { status: 500 } })
  })

  it('are shown as last known rather than made under overload', async () => {
    await cache.get(ask())
    overloaded = true
    expect(await text(ask({ known: tenant(id.a, 2) }))).toEqual(['page 1', 'last-known'])
    expect(made).toBe(1)
  })

  it.each([
    ['a missing page', () => snapshot('none', 404)],
    ['a private page', () => ({ ...snapshot('draft'), mayBeStored: false })],
    [
      'a page with a cookie',
      () => ({ ...snapshot('x'), snapshot: { ...snapshot('x').snapshot, headers: [['Set-Cookie', 'a=b']] as [string, string][] } }),
    ],
  ])('never keep %s', async (_name, give) => {
    next = async () => {
      made += 1
      return give()
    }
    await cache.get(ask())
    await cache.get(ask())
    expect(made).toBe(2)
    expect(cache.bytes).toBe(0)
  })
})

import { defaultBrand } from '@residency/brand'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listMixes, listMixesSchema, listRecentMixes, requireMix } from '../catalogue/index.ts'
import type { TenantContext } from '../context/index.ts'
import { listEvents, requireEvent } from '../events/index.ts'
import { requirePublishedPage } from '../pages/index.ts'
import { testContext } from '../testing/test-context.ts'
import { getHomePage, getSiteFrame, listSiteAddresses } from './index.ts'

let database: TestDatabase
let a: TenantContext
let b: TenantContext

beforeAll(async () => {
  database = await createTestDatabase()
  const one = await database.createTenant()
  const two = await database.createTenant()
  a = testContext(one, { kind: 'anonymous' })
  b = testContext(two, { kind: 'anonymous' })
  for (const ref of [one, two])
    await database.asOwner('insert into brand (tenant_id, published) values ($1, $2)', [
      ref.tenantId,
      { ...defaultBrand('signal'), name: 'Site' },
    ])
  await database.asOwner(
    `insert into mix (tenant_id, slug, title, genre, moods, recorded_on, duration_ms, publication, published_at, description)
     select $1, 'mix-' || n, case n when 3 then 'Noche de São João' else 'Session ' || n end, case when n % 2 = 0 then 'Jungle' else 'Dub' end, array['late'], date '2024-01-01' + n * 100, n * 60000,
       case when n = 30 then 'draft' else 'published' end::"Publication", now() - make_interval(days => 40 - n), '{"en":"Words"}' from generate_series(1, 30) n`,
    [one.tenantId],
  )
  await database.asOwner(
    `insert into track (tenant_id, mix_id, position, start_ms, title, artist) select tenant_id, id, 1, 0, 'Glasshouse', 'Marlow Quint' from mix where slug = 'mix-5'`,
  )
  await database.asOwner(
    `insert into event (tenant_id, slug, title, starts_at, time_zone, venue, city, country, publication)
     values ($1, 'soon', 'Soon', now() + interval '3 days', 'Europe/London', 'V', 'C', 'GB', 'published'), ($1, 'gone', 'Gone', now() - interval '3 days', 'Europe/London', 'V', 'C', 'GB', 'published'),
       ($1, 'hidden', 'Hidden', now() + interval '3 days', 'Europe/London', 'V', 'C', 'GB', 'draft')`,
    [one.tenantId],
  )
})
afterAll(() => database.drop())

const search = async (query: Record<string, string>) => listMixes(a, listMixesSchema.parse(query))

describe('the list of mixes', () => {
  it('shows what is published, a page at a time, newest first, each with its number', async () => {
    const first = await search({})
    expect(first).toMatchObject({ total: 29, pageCount: 2, page: 1 })
    expect(first.mixes[0]).toMatchObject({ slug: 'mix-29', number: 29 })
    expect((await search({ page: '2' })).mixes.at(-1)).toMatchObject({ slug: 'mix-1', number: 1 })
  })

  it('forgives accents, typos and order, and finds artists in tracklists', async () => {
    for (const q of ['sao joao', 'JOÃO noche', 'nocje', 'glashouse', 'quint marlow']) expect((await search({ q })).total, q).toBe(1)
    for (const q of ['%%%%', '____', 'zebra']) expect((await search({ q })).total, q).toBe(0)
    expect((await search({ q: "x' or 1=1" })).total).toBe(0)
  })

  it('filters by genre, mood and year, and counts each over the whole catalogue', async () => {
    const dub = await search({ genre: 'Dub', sort: 'longest' })
    expect(dub.total).toBe(15)
    expect(dub.mixes[0]?.slug).toBe('mix-29')
    expect(dub.genres).toEqual([
      { value: 'Dub', count: 15 },
      { value: 'Jungle', count: 14 },
    ])
    expect((await search({ mood: 'early' })).total).toBe(0)
    expect((await search({ year: '2024' })).total).toBe(3)
    expect((await search({ year: 'x', sort: 'bad', page: '-3' })).total).toBe(29)
  })

  it('is empty for another tenant', async () => {
    expect((await listMixes(b, listMixesSchema.parse({}))).total).toBe(0)
  })
})

describe('one of them', () => {
  it('comes with its tracks and four like it; drafts and other tenants’ are not there', async () => {
    const mix = await requireMix(a, { slug: 'mix-5' })
    expect(mix.tracks).toMatchObject([{ position: 1, startMs: 0, title: 'Glasshouse', artist: 'Marlow Quint', label: null }])
    expect(mix.related.map((related) => related.genre)).toEqual(['Dub', 'Dub', 'Dub', 'Dub'])
    await expect(requireMix(a, { slug: 'mix-30' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(requireMix(b, { slug: 'mix-5' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('events', () => {
  it('part into upcoming and past, without drafts', async () => {
    const events = await listEvents(a)
    expect([events.upcoming.map((event) => event.slug), events.past.map((event) => event.slug)]).toEqual([['soon'], ['gone']])
    await expect(requireEvent(a, { slug: 'hidden' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(requireEvent(b, { slug: 'soon' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('home and frame', () => {
  it('show the newest mix, the rest, and what is on', async () => {
    const home = await getHomePage(a)
    expect(home).toMatchObject({ mixCount: 29, latest: { slug: 'mix-29', description: { en: 'Words' } }, about: null })
    expect([home.mixes.length, home.events.length]).toEqual([12, 1])
    expect(await getHomePage(b)).toMatchObject({ mixCount: 0, latest: null, mixes: [], events: [] })
  })

  it('offer every language until the DJ chooses, and know whether there are events', async () => {
    expect(await getSiteFrame(a.ref, 'en')).toMatchObject({ locales: ['en', 'es', 'pt', 'fr'], hasEvents: true, hasAbout: false })
    expect(await getSiteFrame(b.ref, 'fr')).toMatchObject({ hasEvents: false })
  })

  it('have no page that is not published', async () => {
    await expect(requirePublishedPage(a, { kind: 'about' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('what stands around the pages', () => {
  it('comes next: the nearest event, else the newest mix, else nothing', async () => {
    expect((await getSiteFrame(a.ref, 'en')).next).toMatchObject({ kind: 'event', slug: 'soon' })
    expect((await getSiteFrame(b.ref, 'en')).next).toBeNull()
    await database.asOwner("update event set publication = 'draft' where slug = 'soon'")
    expect((await getSiteFrame(a.ref, 'en')).next).toMatchObject({ kind: 'mix', slug: 'mix-29' })
    await database.asOwner("update event set publication = 'published' where slug = 'soon'")
  })

  it('knows when the clock changes it: when the nearest event is over, or a mix is released before', async () => {
    const over = (await getSiteFrame(a.ref, 'en')).turnsAt
    const { upcoming } = await listEvents(a)
    expect(over?.getTime()).toBe((upcoming[0]?.startsAt.getTime() ?? 0) + 8 * 60 * 60_000)
    await database.asOwner(
      `insert into mix (tenant_id, slug, title, recorded_on, publication, published_at) values ($1, 'tomorrow', 'Tomorrow', now(), 'published', now() + interval '1 day')`,
      [a.tenant.id],
    )
    const released = (await getSiteFrame(a.ref, 'en')).turnsAt
    expect(released?.getTime()).toBeLessThan(over?.getTime() ?? 0)
    await database.asOwner(`delete from mix where slug = 'tomorrow' and tenant_id = $1`, [a.tenant.id])
    expect((await getSiteFrame(b.ref, 'en')).turnsAt).toBeNull()
  })

  it('names every public address to search engines, and no hidden one', async () => {
    const addresses = (await listSiteAddresses(a)).map(({ kind, slug }) => `${kind} ${slug}`)
    expect(addresses).toContain('mix mix-1')
    expect(addresses).toContain('event gone')
    expect(addresses).not.toContain('mix mix-30')
    expect(addresses).not.toContain('event hidden')
    expect(await listSiteAddresses(b)).toEqual([])
  })

  it('feeds the newest mixes first', async () => {
    const mixes = await listRecentMixes(a, { most: 3 })
    expect(mixes.map((mix) => mix.slug)).toEqual(['mix-29', 'mix-28', 'mix-27'])
    expect(await listRecentMixes(b, { most: 3 })).toEqual([])
  })
})

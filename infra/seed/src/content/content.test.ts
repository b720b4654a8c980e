import { brandSchema } from '@residency/brand'
import { locales } from '@residency/config'
import { passwordProblem } from '@residency/domain/identity'
import { parseBlocks } from '@residency/domain/pages'
import { slugSchema } from '@residency/domain/slugs'
import { describe, expect, it } from 'vitest'
import { demoTenants } from './index.ts'
import type { DemoTenant, Text } from './types.ts'

const today = new Date('2026-05-14T09:00:00Z')
const id = '00000000-0000-4000-8000-000000000000'
const minute = 60_000

/** Every localised text of a tenant, wherever it stands. */
function textsOf(value: unknown, found: Text[] = []): Text[] {
  if (Array.isArray(value)) for (const each of value) textsOf(each, found)
  else if (value && typeof value === 'object' && !(value instanceof Date)) {
    if (Object.hasOwn(value, 'en')) found.push(value as Text)
    else for (const each of Object.values(value)) textsOf(each, found)
  }
  return found
}

describe.each(Object.entries(demoTenants))('%s', (slug, make) => {
  const tenant: DemoTenant = make(today)
  const keys = new Set(tenant.pictures.map(({ key }) => key))
  const mixSlugs = new Set(tenant.mixes.map((mix) => mix.slug))

  it('says everything in four languages, and nothing of the platform or of nobody', () => {
    const texts = textsOf(tenant)
    expect(texts.length).toBeGreaterThan(70)
    for (const text of texts) for (const locale of locales) expect(text[locale]?.trim(), JSON.stringify(text)).toBeTruthy()
    expect(JSON.stringify(tenant)).not.toMatch(/lorem|residency|placeholder|undefined/i)
  })

  it('has long texts translated, not repeated', () => {
    for (const text of textsOf([tenant.mixes, tenant.pages, tenant.events]))
      if (text.en.length > 40) expect(new Set(Object.values(text)).size, text.en).toBe(4)
  })

  it('has a dozen mixes out, over years, each five to nine minutes', () => {
    const out = tenant.mixes.filter((mix) => mix.publication === 'published')
    expect(out).toHaveLength(12)
    expect(tenant.mixes.map((mix) => mix.publication)).toEqual([...Array(12).fill('published'), 'scheduled', 'draft'])
    expect(new Set(out.map((mix) => mix.recordedOn.getUTCFullYear())).size).toBeGreaterThan(3)
    for (const mix of tenant.mixes) {
      expect(mix.durationMs / minute, mix.title).toBeGreaterThanOrEqual(5)
      expect(mix.durationMs / minute, mix.title).toBeLessThan(9)
      expect(mix.moods.length).toBeGreaterThan(0)
    }
    for (const mix of out) expect(mix.publishedAt?.getTime(), mix.title).toBeLessThan(today.getTime())
    const dates = out.map((mix) => mix.publishedAt?.getTime() ?? 0)
    expect(dates).toEqual([...dates].sort((a, b) => a - b))
  })

  it('has tracklists that rise from the start and end before the end, no record twice', () => {
    for (const mix of tenant.mixes) {
      expect(mix.tracks.length, mix.title).toBeGreaterThanOrEqual(4)
      expect(mix.tracks.length, mix.title).toBeLessThanOrEqual(6)
      expect(mix.tracks[0]?.startMs).toBe(0)
      for (const [i, track] of mix.tracks.entries()) {
        const next = mix.tracks[i + 1]?.startMs ?? mix.durationMs
        expect(next - track.startMs, `${mix.title} ${i + 1}`).toBeGreaterThanOrEqual(minute)
      }
      expect(new Set(mix.tracks.map(({ artist, title }) => `${artist} ${title}`)).size).toBe(mix.tracks.length)
    }
  })

  it('has events before and after today, in several zones that exist', () => {
    expect(tenant.events.length).toBeGreaterThanOrEqual(5)
    expect(tenant.events.length).toBeLessThanOrEqual(8)
    expect(tenant.events.filter((event) => event.startsAt > today).length).toBeGreaterThanOrEqual(3)
    expect(tenant.events.filter((event) => event.endsAt < today).length).toBeGreaterThanOrEqual(2)
    expect(new Set(tenant.events.map((event) => event.timeZone)).size).toBeGreaterThanOrEqual(3)
    const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])
    for (const event of tenant.events) {
      expect(zones, event.timeZone).toContain(event.timeZone)
      expect(event.endsAt.getTime()).toBeGreaterThan(event.startsAt.getTime())
      expect(event.country).toMatch(/^[A-Z]{2}$/)
      expect(event.priceMinor === null).toBe(event.currency === null)
    }
  })

  it('has pages that the editor would accept: about, two in the navigation, four legal ones', () => {
    const kinds = tenant.pages.map((page) => page.kind)
    expect(kinds.filter((kind) => kind === 'about')).toHaveLength(1)
    expect(tenant.pages.filter((page) => page.kind === 'page' && page.inNavigation)).toHaveLength(2)
    expect(tenant.pages.filter((page) => page.kind === 'legal').map((page) => page.slug)).toEqual([
      'terms',
      'privacy',
      'cookies',
      'imprint',
    ])
    for (const page of tenant.pages) {
      const blocks = page.blocks.map((block, i) => {
        if (block.type === 'image') expect(keys).toContain(block.picture)
        if (block.type === 'mixes') for (const mix of block.mixes) expect(mixSlugs).toContain(mix)
        return { id: `b${i}`, ...block, mediaId: id, mixIds: [] }
      })
      const texts = blocks.flatMap((block) => (block.type === 'text' ? [block.html] : []))
      const cleaned = parseBlocks(blocks).flatMap((block) => (block.type === 'text' ? [block.html] : []))
      // Cleaning takes nothing away.
      expect(cleaned.map((text) => Object.values(text).join('').replace(/ \/>/g, '>'))).toEqual(
        texts.map((text) => Object.values(text).join('')),
      )
    }
  })

  it('has addresses that hold, each once', () => {
    for (const list of [tenant.mixes, tenant.events, tenant.pages]) {
      const slugs = list.map((each) => each.slug)
      for (const each of slugs) expect(slugSchema.safeParse(each).success, each).toBe(true)
      expect(new Set(slugs).size).toBe(slugs.length)
    }
    expect(tenant.slug).toBe(slug)
  })

  it('has a brand and a picture for everything that shows one', () => {
    const { logo, cover, ...look } = tenant.brand
    expect(brandSchema.parse({ ...look, logoId: id, coverId: id, iconId: id }).name).toBe(tenant.name)
    for (const key of [logo, cover, ...tenant.mixes.map((mix) => mix.picture), ...tenant.events.map((event) => event.picture)])
      expect(keys).toContain(key)
    expect(keys.size).toBe(tenant.pictures.length)
    for (const { focal } of tenant.pictures)
      for (const share of [focal.x, focal.y]) expect(share).toSatisfy((v: number) => v >= 0 && v <= 1)
    const { announcement } = tenant.brand
    if (announcement?.href)
      expect([...tenant.events.map((event) => `/events/${event.slug}`), ...tenant.pages.map((page) => `/pages/${page.slug}`)]).toContain(
        announcement.href,
      )
  })

  it('has a crew and fans at example domains, with passwords that the site itself would take', async () => {
    expect(tenant.people.map(({ role }) => role).filter((role) => role !== 'fan')).toEqual(['owner', 'admin', 'editor', 'moderator'])
    expect(tenant.people.filter(({ role }) => role === 'fan').length).toBeGreaterThanOrEqual(5)
    for (const { email, name, role } of tenant.people) {
      expect(email).toMatch(role === 'fan' ? /@fans\.example$/ : new RegExp(`@${slug}\\.example$`))
      expect(await passwordProblem(tenant.password, { email, name, site: [tenant.name, slug], hasSecondFactor: false })).toBeNull()
    }
  })

  it('is the same for the same day', () => {
    expect(make(today)).toEqual(tenant)
  })
})

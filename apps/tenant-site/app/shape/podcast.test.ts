import { defaultBrand } from '@residency/brand'
import type { Episode } from '@residency/domain/feeds'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { podcastGuid, podcastXml } from './podcast.ts'
import type { SiteRequest } from './site-request.ts'

const hostile = 'Tom & "Jerry" <script>]]>\u0000\u000b\ud83c\udf9b é'
const site = {
  ctx: { tenant: { locale: 'fr' }, locale: 'en' },
  frame: { brand: { ...defaultBrand('daylight'), name: 'DJ & Co', tagline: { fr: 'Fort' } }, cover: { id: 'c0' }, logo: null },
  origin: 'https://dj.example',
  pathIn: (locale: string, path: string) => (locale === 'fr' ? path : `/${locale}${path}`),
} as unknown as SiteRequest

const episode = (more: Partial<Episode> = {}): Episode => ({
  mixId: '0b0e8f5e-1111-4222-8333-444455556666',
  slug: 'rewind',
  title: hostile,
  description: { fr: `${hostile}\n\nDeux` },
  artwork: null,
  genre: 'Garage',
  publishedAt: new Date('2026-11-01T20:00:00Z'),
  durationMs: 3_600_400,
  hasChapters: true,
  bytes: 57_600_000,
  ...more,
})

/** Elements by their path, each with its attributes and text. Throws where the text is no XML. */
function parsed(xml: string) {
  const parser = new SaxesParser({ xmlns: true })
  const found: { path: string; attributes: Record<string, string>; text: string }[] = []
  const open: typeof found = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, attribute]) => [key, attribute.value]))
    const element = { path: [open.at(-1)?.path, name].filter(Boolean).join('/'), attributes: plain, text: '' }
    open.push(element)
    found.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return { all: found, one: (path: string) => found.find((element) => element.path === `rss/channel/${path}`) }
}

const where = () => ({ audio: '/podcast/1/audio.m4a', chapters: '/podcast/1/chapters.json' })
const xml = (more: Partial<Parameters<typeof podcastXml>[1]> = {}) =>
  podcastXml(site, { self: '/podcast.xml', isPrivate: false, title: 'DJ & Co', episodes: [episode()], where, ...more })

describe('a podcast', () => {
  it('is well-formed whatever a title holds, and says it as it was written', () => {
    const { one } = parsed(xml())
    expect(one('item/title')?.text).toBe('Tom & "Jerry" <script>]]>\ud83c\udf9b é')
  })

  it('has every tag that directories ask for', () => {
    const { one, all } = parsed(xml())
    for (const tag of ['title', 'link', 'description', 'language', 'itunes:author', 'itunes:explicit', 'itunes:type', 'podcast:guid'])
      expect(one(tag)?.text, tag).toBeTruthy()
    expect(one('itunes:image')?.attributes.href).toBe('https://dj.example/media/c0?w=1600')
    expect(one('itunes:category')?.attributes.text).toBe('Music')
    expect(one('atom:link')?.attributes).toMatchObject({ rel: 'self', href: 'https://dj.example/podcast.xml' })
    expect(one('item/guid')).toMatchObject({ attributes: { isPermaLink: 'false' }, text: episode().mixId })
    expect(one('item/pubDate')?.text).toBe('Sun, 01 Nov 2026 20:00:00 GMT')
    expect(one('item/itunes:duration')?.text).toBe('3600')
    expect(one('item/enclosure')?.attributes).toEqual({
      url: 'https://dj.example/podcast/1/audio.m4a',
      length: '57600000',
      type: 'audio/x-m4a',
    })
    expect(one('item/podcast:chapters')?.attributes).toMatchObject({
      url: 'https://dj.example/podcast/1/chapters.json',
      type: 'application/json+chapters',
    })
    expect(all.filter(({ path }) => path === 'rss/channel/item')).toHaveLength(1)
  })

  it('is in the tenant’s own language, whatever language the app’s server asks in', () => {
    const { one } = parsed(xml())
    expect(one('language')?.text).toBe('fr')
    expect(one('item/link')?.text).toBe('https://dj.example/mixes/rewind')
    expect(one('item/description')?.text).toContain('Deux')
  })

  it('of a member tells its address to nobody, and keeps out of directories', () => {
    const { one } = parsed(xml({ self: null, isPrivate: true }))
    expect(one('itunes:block')?.text).toBe('Yes')
    expect(one('atom:link')).toBeUndefined()
    expect(parsed(xml()).one('itunes:block')).toBeUndefined()
  })

  it('without a mix is still a podcast', () => {
    expect(parsed(xml({ episodes: [] })).one('title')?.text).toBe('DJ & Co')
  })

  it('has the guid that the namespace’s own example gives', () => {
    // podcastindex.org/namespace/1.0#guid: mp3s.nashownotes.com/pc20rss.xml
    expect(podcastGuid('https://mp3s.nashownotes.com/pc20rss.xml')).toBe('917393e3-1b1e-5cef-ace4-edaa54e1f810')
  })
})

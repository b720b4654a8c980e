import { createHash } from 'node:crypto'
import { localize } from '@residency/domain/context'
import type { Episode } from '@residency/domain/feeds'
import type { SiteRequest } from './site-request.ts'
import { escapeHtml, paragraphs } from './text.ts'

/** Addresses of an episode's file and chapters, without the origin. */
interface Where {
  audio: string
  chapters: string
}

interface Podcast<E extends Episode> {
  /** The feed's own address, without the origin. Not told where it is a secret. */
  self: string | null
  /** A member's own: directories may not take it up. */
  isPrivate: boolean
  title: string
  episodes: readonly E[]
  where: (episode: E) => Where
}

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
].join(' ')

/** Characters that XML 1.0 has no place for, escaped or not. */
const clean = (text: string): string => escapeHtml(text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''))
const element = (name: string, text: string): string => `<${name}>${clean(text)}</${name}>`

/** Namespace of podcast guids (github.com/Podcastindex-org/podcast-namespace, tag `podcast:guid`): UUIDv5 of the address without its scheme. */
const guidNamespace = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex')

export function podcastGuid(address: string): string {
  const name = address.replace(/^https?:\/\//, '').replace(/\/+$/, '')
  const bytes = createHash('sha1').update(guidNamespace).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * A podcast as RSS 2.0 with the tags of Apple and of Podcasting 2.0 (rssboard.org, podcasters.apple.com/support/823, podcastindex.org), in the
 * tenant's own language: apps ask in whatever language their server has.
 */
export function podcastXml<E extends Episode>(site: SiteRequest, podcast: Podcast<E>): string {
  const { frame, origin, ctx } = site
  const { brand } = frame
  const own = ctx.tenant.locale
  const words = (text: Parameters<typeof localize>[0]) => localize(text, own, own)
  const image = frame.cover ?? frame.logo
  const about = words(brand.tagline) || brand.name
  const [newest] = podcast.episodes
  const head = [
    element('title', podcast.title),
    element('link', `${origin}/`),
    element('description', about),
    element('language', own),
    ...(podcast.self
      ? [
          `<atom:link href="${clean(origin + podcast.self)}" rel="self" type="application/rss+xml"/>`,
          element('podcast:guid', podcastGuid(origin + podcast.self)),
        ]
      : []),
    ...(newest ? [element('lastBuildDate', newest.publishedAt.toUTCString())] : []),
    element('itunes:author', brand.name),
    element('itunes:summary', about),
    '<itunes:explicit>false</itunes:explicit>',
    '<itunes:type>episodic</itunes:type>',
    '<itunes:category text="Music"/>',
    '<podcast:locked>yes</podcast:locked>',
    ...(podcast.isPrivate ? ['<itunes:block>Yes</itunes:block>'] : []),
    ...(image ? [`<itunes:image href="${clean(`${origin}/media/${image.id}?w=1600`)}"/>`] : []),
  ]
  const items = podcast.episodes.map((episode) => item(site, episode, podcast.where(episode), words(episode.description)))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${namespaces}><channel>${head.join('')}${items.join('')}</channel></rss>\n`
}

function item({ origin, ctx, frame, pathIn }: SiteRequest, episode: Episode, where: Where, description: string): string {
  const page = origin + pathIn(ctx.tenant.locale, `/mixes/${episode.slug}`)
  return [
    '<item>',
    element('title', episode.title),
    element('link', page),
    // The id stays when the mix is renamed, so that apps don't show it twice.
    `<guid isPermaLink="false">${episode.mixId}</guid>`,
    element('pubDate', episode.publishedAt.toUTCString()),
    element('description', description || episode.title),
    ...(description ? [element('content:encoded', paragraphs(description))] : []),
    ...(episode.genre ? [element('category', episode.genre)] : []),
    `<enclosure url="${clean(origin + where.audio)}" length="${episode.bytes}" type="audio/x-m4a"/>`,
    element('itunes:duration', String(Math.round(episode.durationMs / 1_000))),
    element('itunes:author', frame.brand.name),
    '<itunes:explicit>false</itunes:explicit>',
    '<itunes:episodeType>full</itunes:episodeType>',
    ...(episode.artwork ? [`<itunes:image href="${clean(`${origin}/media/${episode.artwork.id}?w=1600`)}"/>`] : []),
    ...(episode.hasChapters ? [`<podcast:chapters url="${clean(origin + where.chapters)}" type="application/json+chapters"/>`] : []),
    '</item>',
  ].join('')
}

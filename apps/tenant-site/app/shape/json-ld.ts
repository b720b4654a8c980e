import type { MixRecord } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import type { EventRecord } from '@residency/domain/events'
import { hrefOf } from './links.ts'
import type { SiteRequest } from './site-request.ts'

const schema = 'https://schema.org'
const isoDuration = (durationMs: number): string => `PT${Math.round(durationMs / 1000)}S`

/** The artist, with the other places they are found at. Source: schema.org/MusicGroup. */
export function musicGroup(site: SiteRequest): object {
  const { frame, origin } = site
  return {
    '@context': schema,
    '@type': 'MusicGroup',
    '@id': `${origin}/#artist`,
    name: frame.brand.name,
    url: origin,
    ...(frame.logo ? { image: `${origin}/media/${frame.logo.id}?w=640&f=webp` } : {}),
    sameAs: frame.links.map((link) => link.url).filter((url) => url.startsWith('https://')),
  }
}

/** Source: schema.org/MusicRecording. */
export function musicRecording(site: SiteRequest, mix: MixRecord): object {
  const url = site.origin + hrefOf(site, `/mixes/${mix.slug}`)
  return {
    '@context': schema,
    '@type': 'MusicRecording',
    '@id': url,
    url,
    name: mix.title,
    duration: isoDuration(mix.durationMs),
    datePublished: mix.publishedAt.toISOString(),
    ...(mix.genre ? { genre: mix.genre } : {}),
    ...(mix.artwork ? { image: `${site.origin}/media/${mix.artwork.id}?w=1280&f=webp` } : {}),
    description: localize(mix.description, site.ctx.locale, site.ctx.tenant.locale),
    byArtist: { '@type': 'MusicGroup', '@id': `${site.origin}/#artist`, name: site.frame.brand.name, url: site.origin },
  }
}

/** Source: schema.org/MusicEvent, a kind of Event. */
export function musicEvent(site: SiteRequest, event: EventRecord): object {
  const url = site.origin + hrefOf(site, `/events/${event.slug}`)
  return {
    '@context': schema,
    '@type': 'MusicEvent',
    '@id': url,
    url,
    name: event.title,
    startDate: event.startsAt.toISOString(),
    ...(event.endsAt ? { endDate: event.endsAt.toISOString() } : {}),
    eventStatus: `${schema}/EventScheduled`,
    eventAttendanceMode: `${schema}/OfflineEventAttendanceMode`,
    location: {
      '@type': 'Place',
      name: event.venue,
      address: { '@type': 'PostalAddress', addressLocality: event.city, addressCountry: event.country },
    },
    performer: { '@type': 'MusicGroup', '@id': `${site.origin}/#artist`, name: site.frame.brand.name },
    ...(event.ticketUrl
      ? {
          offers: {
            '@type': 'Offer',
            url: event.ticketUrl,
            availability: `${schema}/InStock`,
            ...(event.priceMinor !== null && event.currency
              ? { price: decimal(event.priceMinor, event.currency), priceCurrency: event.currency }
              : {}),
          },
        }
      : {}),
  }
}

/** An amount as schema.org wants it: major units with a point. */
function decimal(amountMinor: number, currency: string): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return (amountMinor / 10 ** digits).toFixed(digits)
}

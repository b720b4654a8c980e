import { localize } from '@residency/domain/context'
import type { EventRecord } from '@residency/domain/events'
import type { EventCard } from '@residency/ui/views'
import { hrefOf } from './links.ts'
import { picture } from './picture.ts'
import type { SiteRequest } from './site-request.ts'

export const eventCard = (site: SiteRequest, event: EventRecord): EventCard => ({
  href: hrefOf(site, `/events/${event.slug}`),
  title: event.title,
  startsAt: event.startsAt.toISOString(),
  endsAt: event.endsAt?.toISOString() ?? null,
  timeZone: event.timeZone,
  venue: event.venue,
  city: event.city,
  country: event.country,
  ticketUrl: event.ticketUrl,
  price: event.priceMinor === null || event.currency === null ? null : { amountMinor: event.priceMinor, currency: event.currency },
  image: picture(site, event.image, event.title),
  description: localize(event.description, site.ctx.locale, site.ctx.tenant.locale),
})

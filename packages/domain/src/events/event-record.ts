import type { LocalizedText } from '../context/index.ts'
import { type MediaRef, mediaRefColumn } from '../media/index.ts'

export interface EventRecord {
  id: string
  slug: string
  title: string
  description: LocalizedText
  image: MediaRef | null
  startsAt: Date
  endsAt: Date | null
  timeZone: string
  venue: string
  city: string
  country: string
  ticketUrl: string | null
  priceMinor: number | null
  currency: string | null
}

export const eventColumns = `e.id, e.slug, e.title, e.description, ${mediaRefColumn('a', 'image')}, e.starts_at as "startsAt", e.ends_at as "endsAt", e.time_zone as "timeZone",
  e.venue, e.city, e.country, e.ticket_url as "ticketUrl", e.price_minor as "priceMinor", e.currency`

export const eventsFrom = `event e left join media_item a on a.tenant_id = e.tenant_id and a.id = e.image_id where e.publication = 'published'`

/** An event is upcoming until it has ended; without an end, until eight hours after its start. */
export const upcoming = `coalesce(e.ends_at, e.starts_at + interval '8 hours') > now()`

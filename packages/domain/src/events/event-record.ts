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

/** Hours after its start at which an event without an end counts as over. */
const usualHours = 8

/** The instant at which the event is over, in SQL; `endsAtOrLater` is the same rule for a row. */
export const overAt = `coalesce(e.ends_at, e.starts_at + interval '${usualHours} hours')`

/** An event is upcoming until it has ended; without an end, until eight hours after its start. */
export const upcoming = `${overAt} > now()`

/** When an event is over. */
export const endsAtOrLater = (event: { startsAt: Date; endsAt: Date | null }): Date =>
  event.endsAt ?? new Date(event.startsAt.getTime() + usualHours * 60 * 60_000)

import type { TenantDb } from '@residency/db'
import type { LocalizedText } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { endsAtOrLater } from './event-record.ts'

/** An event as its editor shows it. */
export interface EventState {
  id: string
  slug: string
  title: string
  description: LocalizedText
  imageId: string | null
  startsAt: Date
  endsAt: Date | null
  timeZone: string
  venue: string
  city: string
  country: string
  ticketUrl: string | null
  priceMinor: number | null
  currency: string | null
  isPublished: boolean
  /** Whether fans find it under what has been. */
  isOver: boolean
  /** Send it back with a change: a change that saw an older one is refused. */
  version: number
}

interface EventRow extends Omit<EventState, 'description' | 'isPublished' | 'isOver'> {
  description: unknown
  publication: string
}

export const eventState = (row: EventRow, now: Date): EventState => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  description: row.description as LocalizedText,
  imageId: row.imageId,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  timeZone: row.timeZone,
  venue: row.venue,
  city: row.city,
  country: row.country,
  ticketUrl: row.ticketUrl,
  priceMinor: row.priceMinor,
  currency: row.currency,
  isPublished: row.publication === 'published',
  isOver: endsAtOrLater(row) <= now,
  version: row.version,
})

/** Nothing was changed: either the event is not there (or not this tenant's), or somebody else wrote since the caller looked. */
export async function eventCollision(db: TenantDb, eventId: string): Promise<never> {
  const row = await db.event.findFirst({ where: { id: eventId }, select: { updatedBy: true } })
  if (!row) throw notFound()
  const other = row.updatedBy ? await db.account.findFirst({ where: { id: row.updatedBy }, select: { name: true } }) : null
  throw conflict('collision', { name: other?.name ?? '?' })
}

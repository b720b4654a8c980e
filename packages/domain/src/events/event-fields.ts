import { type Locale, locales } from '@residency/config'
import type { TenantDb } from '@residency/db'
import { z } from 'zod'
import { invalid } from '../errors/index.ts'
import { countries } from './countries.ts'
import { instantOf, isTimeZone, wallTimePattern } from './local-time.ts'
import { isCurrency } from './price.ts'

const text = (max: number) =>
  z.object(Object.fromEntries(locales.map((locale) => [locale, z.string().trim().max(max)])) as Record<Locale, z.ZodString>).partial()

const wallTime = z.string().regex(wallTimePattern, 'field.date')
const turn = z.enum(['first', 'second']).default('first')

/** What a DJ says about an event. Times are those of the venue's own clocks. */
export const eventFieldsSchema = z.object({
  title: z.string().trim().min(1).max(160),
  description: text(2_000).default({}),
  imageId: z.uuid().nullable().default(null),
  startsAt: wallTime,
  startsTurn: turn,
  endsAt: wallTime.nullable().default(null),
  endsTurn: turn,
  timeZone: z.string().refine(isTimeZone, 'field.choice'),
  venue: z.string().trim().min(1).max(160),
  city: z.string().trim().min(1).max(120),
  country: z.string().refine((code) => countries.includes(code), 'field.choice'),
  ticketUrl: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain })
    .max(500)
    .nullable()
    .default(null),
  price: z
    .object({ amountMinor: z.number().int().min(0).max(99_999_999), currency: z.string().refine(isCurrency, 'field.choice') })
    .nullable()
    .default(null),
})

export type EventFields = z.output<typeof eventFieldsSchema>

/** A fortnight: a festival may be long, a mistyped year is longer. */
const longestMs = 14 * 24 * 60 * 60_000

/** Columns of the fields, inside the caller's transaction. Throws `invalid` for times that no clock shows and pictures that are not there. */
export async function eventColumnsOf(db: TenantDb, fields: EventFields) {
  const { title, description, imageId, timeZone, venue, city, country, ticketUrl, price } = fields
  const startsAt = instantOf(fields.startsAt, timeZone, fields.startsTurn)
  if (!startsAt) throw invalid({ startsAt: 'event.noSuchTime' })
  const endsAt = fields.endsAt === null ? null : instantOf(fields.endsAt, timeZone, fields.endsTurn)
  if (fields.endsAt !== null && !endsAt) throw invalid({ endsAt: 'event.noSuchTime' })
  if (endsAt && endsAt <= startsAt) throw invalid({ endsAt: 'event.endsBeforeStart' })
  if (endsAt && endsAt.getTime() - startsAt.getTime() > longestMs) throw invalid({ endsAt: 'event.tooLong' })
  if (imageId && (await db.mediaItem.count({ where: { id: imageId } })) === 0) throw invalid({ imageId: 'media.unknown' })
  return {
    title,
    description,
    imageId,
    startsAt,
    endsAt,
    timeZone,
    venue,
    city,
    country,
    ticketUrl,
    priceMinor: price?.amountMinor ?? null,
    currency: price?.currency ?? null,
  }
}

import { locales } from '@residency/config/locales'
import type { AccountContext } from '@residency/domain/context'
import { amountMinorOf, countries, type EventState, eventFieldsSchema, timeZones, typedAmount, wallTimeOf } from '@residency/domain/events'
import { listPictureChoices } from '@residency/domain/media'
import { slugSchema } from '@residency/domain/slugs'
import { z } from 'zod'
import { byIntent } from '../by-intent.server.ts'
import type { TypedEvent } from './typed-event.ts'

type Form = Record<string, unknown>
const orNull = (value: unknown): unknown => (value === '' || value === undefined ? null : value)

/** The fields of an event from a flat form, unchecked. */
function unverifiedFields(form: Form): Form {
  const typed = typeof form.price === 'string' ? form.price.trim() : ''
  const currency = String(form.currency ?? '')
  return {
    ...form,
    description: Object.fromEntries(
      locales.flatMap((locale) => {
        const value = form[`description.${locale}`]
        return typeof value === 'string' && value.trim() !== '' ? [[locale, value]] : []
      }),
    ),
    imageId: orNull(form.imageId),
    endsAt: orNull(form.endsAt),
    ticketUrl: orNull(form.ticketUrl),
    // What is no amount must come back as a wrong one, not as none.
    price: typed === '' ? null : { amountMinor: isCode(currency) ? (amountMinorOf(typed, currency) ?? Number.NaN) : Number.NaN, currency },
  }
}

const isCode = (currency: string): boolean => /^[A-Z]{3}$/.test(currency)

const version = z.coerce.number().int().positive()

export const newEventFormSchema = z
  .looseObject({})
  .transform(unverifiedFields)
  .pipe(eventFieldsSchema)
  .transform((fields) => ({ fields }))

const changed = z
  .looseObject({})
  .transform(unverifiedFields)
  .pipe(eventFieldsSchema.extend({ slug: slugSchema, expectedVersion: version }))
  .transform(({ slug, expectedVersion, ...fields }) => ({ slug, expectedVersion, fields }))

/** Each button of the editor sends the whole form; deleting asks for nothing of it. */
export const eventFormSchema = byIntent({ save: changed, publish: changed, withdraw: changed, delete: z.object({}) })

/** An event as its form shows it: times of the venue's clocks, the price as one would type it. */
export function typedEvent(event: EventState): TypedEvent {
  const starts = wallTimeOf(event.startsAt, event.timeZone)
  const ends = event.endsAt ? wallTimeOf(event.endsAt, event.timeZone) : null
  return {
    title: event.title,
    ...Object.fromEntries(locales.map((locale) => [`description.${locale}`, event.description[locale] ?? ''])),
    imageId: event.imageId ?? '',
    startsAt: starts.wall,
    startsTurn: starts.turn ?? '',
    endsAt: ends?.wall ?? '',
    endsTurn: ends?.turn ?? '',
    timeZone: event.timeZone,
    venue: event.venue,
    city: event.city,
    country: event.country,
    ticketUrl: event.ticketUrl ?? '',
    price: event.priceMinor === null || event.currency === null ? '' : typedAmount(event.priceMinor, event.currency),
    currency: event.currency ?? '',
    slug: event.slug,
  }
}

/** What the form offers to choose from, named in the reader's language. */
export async function eventChoices(ctx: AccountContext, imageId: string | null) {
  const names = new Intl.DisplayNames(ctx.locale, { type: 'region' })
  const named = countries.map((code) => ({ code, name: names.of(code) ?? code }))
  return {
    pictures: await listPictureChoices(ctx, { chosen: [imageId] }),
    zones: timeZones(),
    countries: named.sort((a, b) => a.name.localeCompare(b.name, ctx.locale)),
    currencies: Intl.supportedValuesOf('currency'),
    currency: ctx.tenant.currency,
    timeZone: ctx.tenant.timeZone,
  }
}

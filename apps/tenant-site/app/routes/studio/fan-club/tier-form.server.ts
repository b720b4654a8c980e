import { locales } from '@residency/config/locales'
import { amountMinorOf, typedAmount } from '@residency/domain/events'
import { createTierSchema, type TierRecord, updateTierSchema } from '@residency/domain/fan-club'
import { z } from 'zod'

type Form = Record<string, unknown>

const wordsOf = (form: Form, field: string): Form =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const value = form[`${field}.${locale}`]
      return typeof value === 'string' && value.trim() !== '' ? [[locale, value]] : []
    }),
  )

/** What is no amount must come back as a wrong one, not as none: a slip of the finger makes no tier free. */
const amount = (typed: unknown, currency: string): number | '' => {
  const text = typeof typed === 'string' ? typed.trim() : ''
  return text === '' ? '' : (amountMinorOf(text, currency) ?? Number.NaN)
}

/** The fields of a tier from a flat form, unchecked. Prices are typed in the tenant's currency, as one writes them. */
const unverifiedTier =
  (currency: string) =>
  (form: Form): Form => {
    const month = amount(form.priceMonthMinor, currency)
    return {
      ...form,
      name: wordsOf(form, 'name'),
      description: wordsOf(form, 'description'),
      // A free tier says 0.
      priceMonthMinor: month === '' ? Number.NaN : month,
      priceYearMinor: amount(form.priceYearMinor, currency),
    }
  }

export const newTierSchema = (currency: string) => z.looseObject({}).transform(unverifiedTier(currency)).pipe(createTierSchema)

export const changedTierSchema = (currency: string) =>
  z
    .looseObject({})
    .transform(unverifiedTier(currency))
    .pipe(updateTierSchema.omit({ id: true }))

/** A tier as its form shows it. */
export const typedTier = (tier: TierRecord): Record<string, string> => ({
  ...Object.fromEntries(
    locales.flatMap((locale) => [
      [`name.${locale}`, tier.name[locale] ?? ''],
      [`description.${locale}`, tier.description[locale] ?? ''],
    ]),
  ),
  priceMonthMinor: typedAmount(tier.priceMonthMinor, tier.currency),
  priceYearMinor: tier.priceYearMinor === null ? '' : typedAmount(tier.priceYearMinor, tier.currency),
  quality: tier.quality,
  earlyAccessHours: String(tier.earlyAccessHours),
  downloads: tier.downloads,
  messageQuota: String(tier.messageQuota),
  seats: String(tier.seats),
  exclusives: tier.exclusives ? 'on' : '',
  backstage: tier.backstage ? 'on' : '',
  adFree: tier.adFree ? 'on' : '',
})

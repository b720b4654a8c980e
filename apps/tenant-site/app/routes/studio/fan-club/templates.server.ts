import { locales } from '@residency/config/locales'
import type { AccountContext } from '@residency/domain/context'
import { createTier, tierTemplates } from '@residency/domain/fan-club'
import { createI18n } from '@residency/i18n/server'

const textOf = (locale: (typeof locales)[number], key: string): string =>
  String(createI18n(locale).getFixedT(locale, 'fanClub')(`templates.${key}` as 'templates.circle.name'))

/** The ready-made fan clubs in the reader's words, with prices of their own. */
export const templateChoices = (ctx: AccountContext) =>
  tierTemplates.map(({ key, tiers }) => ({
    key,
    name: textOf(ctx.locale, `${key}.name`),
    tiers: tiers.map(({ key: tier, fields }) => ({
      key: tier,
      name: textOf(ctx.locale, `${key}.tiers.${tier}.name`),
      priceMonthMinor: fields.priceMonthMinor,
    })),
  }))

/** Makes a template's tiers, lowest first, with their words in every language. */
export async function createFromTemplate(ctx: AccountContext, key: string): Promise<void> {
  const words = (path: string) => Object.fromEntries(locales.map((locale) => [locale, textOf(locale, path)]))
  for (const { key: tier, fields } of tierTemplates.find((template) => template.key === key)?.tiers ?? [])
    await createTier(ctx, {
      ...fields,
      name: words(`${key}.tiers.${tier}.name`),
      description: words(`${key}.tiers.${tier}.description`),
    })
}

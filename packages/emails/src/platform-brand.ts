import { defaultBrand } from '@residency/brand'
import type { Locale } from '@residency/i18n'
import { createI18n } from '@residency/i18n/server'
import type { MailBrand } from './look.ts'

/** The platform's own letterhead, for operators alone: no fan ever reads its name. `origin` is the platform's, without a slash at its end. */
export function platformBrand(origin: string, locale: Locale): MailBrand {
  const name = createI18n(locale, ['platform']).getFixedT(locale, 'platform')('name')
  return { record: defaultBrand('daylight', name), logo: null, siteUrl: origin, addressLines: [] }
}

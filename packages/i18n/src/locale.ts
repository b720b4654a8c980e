import { defaultLocale, isLocale, type Locale, locales } from '@residency/config/locales'

export { defaultLocale, isLocale, type Locale, locales }

/** The region whose customs a language's dates and figures follow here: `en` alone would mean month before day. */
export const intlTags: Record<Locale, string> = { en: 'en-GB', es: 'es', pt: 'pt', fr: 'fr' }

/** Each language in its own words, for the switch that offers them. */
export const localeNames: Record<Locale, string> = { en: 'English', es: 'Español', pt: 'Português', fr: 'Français' }

/**
 * The offered language a browser would like best.
 * @param acceptLanguage the header as sent (RFC 9110, 12.5.4); anything unreadable in it is passed over
 * @param offered the tenant's languages
 * @param fallback the tenant's own language, when nothing asked for is offered
 */
export function negotiate(acceptLanguage: string | null | undefined, offered: readonly Locale[], fallback: Locale): Locale {
  // The cut keeps a hostile header from costing anything: real ones are under 100 characters.
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',')
  let best: { locale: Locale; weight: number } | null = null
  for (const wish of wishes) {
    const [range = '', ...params] = wish.trim().toLowerCase().split(';')
    const quality = params.map((param) => /^\s*q\s*=\s*(\d(?:\.\d{1,3})?)\s*$/.exec(param)?.[1]).find(Boolean)
    const weight = quality === undefined ? 1 : Math.min(Number(quality), 1)
    const primary = range.split('-')[0]
    const locale = range === '*' ? fallback : offered.find((each) => each === primary)
    if (locale && weight > 0 && weight > (best?.weight ?? 0)) best = { locale, weight }
  }
  return best?.locale ?? fallback
}

/** The languages every text exists in. The tenant's own language is served at the root, the others under `/<locale>`. */
export const locales = ['en', 'es', 'pt', 'fr'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'
export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

import './typing.ts'

export { type DateStyle, type Formatters, formatters } from './format.ts'
export { type Namespace, namespaces, type Resources } from './generated/types.ts'
export { defaultLocale, intlTags, isLocale, type Locale, localeNames, locales, negotiate } from './locale.ts'
export type { Messages } from './plurals.ts'

import { createInstance, type i18n as I18n } from 'i18next'
import './typing.ts'
import { bundle } from './generated/bundle.ts'
import { namespaces as everyNamespace, type Namespace } from './generated/types.ts'
import type { Locale } from './locale.ts'
import { sharedOptions } from './options.ts'
import { completePlurals } from './plurals.ts'

export type { I18n }

const kept = new Map<Locale, I18n>()

function build(locale: Locale): I18n {
  const instance = createInstance()
  const resources = Object.fromEntries(
    Object.entries(bundle[locale]).map(([namespace, messages]) => [namespace, completePlurals(messages)]),
  )
  instance.init({ ...sharedOptions(locale, everyNamespace), resources: { [locale]: resources }, initAsync: false })
  // Requests share it: one that changed the language would change everybody's.
  instance.changeLanguage = () => Promise.reject(new Error('An instance belongs to one language: ask createI18n for another'))
  return instance
}

/**
 * An instance with every text of a language in memory, ready at once. Built at its first use and then shared by all requests,
 * so asking for it costs a look-up.
 * @param namespaces what the caller will use, checked so that a page's list of namespaces can't name one that does not exist
 */
export function createI18n(locale: Locale, namespaces: readonly Namespace[] = []): I18n {
  const unknown = namespaces.find((namespace) => !everyNamespace.includes(namespace))
  if (unknown) throw new Error(`There is no namespace ${unknown} in packages/i18n/locales`)
  let instance = kept.get(locale)
  if (!instance) {
    instance = build(locale)
    kept.set(locale, instance)
  }
  return instance
}

/**
 * The words of an error: `messageKey` and `params` as an AppError carries them. A key nobody wrote words for
 * gets the general sentence, never the bare key.
 */
export function errorText(locale: Locale, messageKey: string, params: Record<string, string | number> = {}): string {
  const instance = createI18n(locale)
  const known = instance.exists(messageKey, { ns: 'errors', ...params })
  return String(instance.getFixedT(locale, 'errors')((known ? messageKey : 'unexpected') as 'unexpected', params))
}

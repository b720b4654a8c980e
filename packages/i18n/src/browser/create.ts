import { type BackendModule, createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import '../typing.ts'
import type { Namespace } from '../generated/types.ts'
import { isLocale, type Locale } from '../locale.ts'
import { sharedOptions } from '../options.ts'
import { type Loaders, loadWith } from './load.ts'

/**
 * The browser's instance, ready when the promise resolves, so that hydration finds every text the server wrote.
 * A namespace that a later page asks for (`useTranslation('studio')`) is fetched then; the page suspends meanwhile.
 */
export async function createWith(loaders: Loaders, locale: Locale, namespaces: readonly Namespace[]): Promise<I18n> {
  const backend: BackendModule = {
    type: 'backend',
    init: () => undefined,
    read: (language, namespace, callback) => {
      if (!isLocale(language)) return callback(new Error(`No texts in ${language}`), false)
      loadWith(loaders, language, [namespace as Namespace]).then(
        (loaded) => callback(null, loaded[namespace as Namespace] ?? {}),
        (error: Error) => callback(error, false),
      )
    },
  }
  const instance = createInstance()
  await instance
    .use(backend)
    .use(initReactI18next)
    .init({ ...sharedOptions(locale, namespaces), partialBundledLanguages: true })
  return instance
}

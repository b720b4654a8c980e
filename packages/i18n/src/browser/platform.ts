import type { i18n as I18n } from 'i18next'
import { loaders } from '../generated/platform.ts'
import type { Namespace } from '../generated/types.ts'
import type { Locale } from '../locale.ts'
import type { Messages } from '../plurals.ts'
import { createWith } from './create.ts'
import { loadWith } from './load.ts'

export const createBrowserI18n = (locale: Locale, namespaces: readonly Namespace[]): Promise<I18n> =>
  createWith(loaders, locale, namespaces)
export const loadNamespaces = (locale: Locale, namespaces: readonly Namespace[]): Promise<Partial<Record<Namespace, Messages>>> =>
  loadWith(loaders, locale, namespaces)

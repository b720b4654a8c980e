// Said here as well: a process started at the repository’s root runs this from source and finds no tsconfig there.
/** @jsxRuntime automatic */
/** @jsxImportSource react */
import type { i18n as I18n } from 'i18next'
import type { ReactElement, ReactNode } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import './typing.ts'
import { type Formatters, formatters } from './format.ts'
import { defaultLocale, isLocale, type Locale } from './locale.ts'

export { Trans, useTranslation } from 'react-i18next'

/** Gives a page its language. The instance comes from createI18n on the server, from createBrowserI18n in the browser. */
export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }): ReactElement {
  return <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
}

export function useLocale(): Locale {
  const { i18n } = useTranslation('common')
  return isLocale(i18n.language) ? i18n.language : defaultLocale
}

/** Dates, money and figures in the page's language. */
export function useFormat(): Formatters {
  return formatters(useLocale())
}

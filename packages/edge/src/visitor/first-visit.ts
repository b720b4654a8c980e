import { isLocale, type Locale } from '@residency/config'
import { negotiate } from '@residency/i18n'

interface Asked {
  own: Locale
  offered: readonly Locale[]
  /** The account's language, where somebody is signed in. */
  account: Locale | null
  cookie: Locale | null
  acceptLanguage: string | undefined
  /** Sec-Fetch-Site: somebody who comes from a page of this site has chosen. */
  fetchSite: string | undefined
}

/**
 * Where the bare root sends a first visit: the language of the account, else of the cookie, else the browser's. Null: it stays here.
 * Programs that ask for no language (crawlers) see the tenant's own.
 */
export function firstVisitLocale(asked: Asked): Locale | null {
  if (asked.fetchSite === 'same-origin') return null
  const chosen = asked.account ?? asked.cookie
  const locale = isLocale(chosen) && asked.offered.includes(chosen) ? chosen : negotiate(asked.acceptLanguage, asked.offered, asked.own)
  return locale === asked.own ? null : locale
}

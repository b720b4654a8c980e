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
 * The language to remember: somebody went from a page of this site to one in another language than they would have been given.
 * That is a choice, and it holds for the next first visit. Null: nothing new was chosen.
 */
export function chosenLanguage(asked: Omit<Asked, 'account'> & { fetchDest: string | undefined; shown: Locale }): Locale | null {
  if (asked.fetchSite !== 'same-origin' || asked.fetchDest !== 'document' || asked.shown === asked.cookie) return null
  const given = asked.cookie ?? negotiate(asked.acceptLanguage, asked.offered, asked.own)
  return given === asked.shown ? null : asked.shown
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

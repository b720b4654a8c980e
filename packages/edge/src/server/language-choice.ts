import type { IncomingMessage } from 'node:http'
import type { Locale } from '@residency/config'
import type { KnownTenant } from '../hosts/index.ts'
import { chosenLanguage, firstVisitLocale, pathLanguage, preferenceCookie, type Visitor } from '../visitor/index.ts'
import type { SiteCore } from './core.ts'

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

const askedOf = (known: KnownTenant, offered: readonly Locale[], request: IncomingMessage, visitor: Visitor) => ({
  own: known.record.locale,
  offered,
  cookie: visitor.language,
  acceptLanguage: request.headers['accept-language'],
  fetchSite: single(request.headers['sec-fetch-site']),
})

/** Where the bare root sends this visitor, or null: it stays. */
export function elsewhere(
  known: KnownTenant,
  offered: readonly Locale[],
  request: IncomingMessage,
  visitor: Visitor,
  account: Locale | null,
): Locale | null {
  return firstVisitLocale({ ...askedOf(known, offered, request, visitor), account })
}

/** Headers that remember the language this visitor chose by going to it; none when nothing was chosen. */
export function rememberLanguage(core: SiteCore, known: KnownTenant, request: IncomingMessage, visitor: Visitor, target: string): string[] {
  const fetchDest = single(request.headers['sec-fetch-dest'])
  if (fetchDest !== 'document') return []
  const frame = core.frames.peek(known)
  const shown = pathLanguage(target.split('?')[0] ?? '/', known.record.locale).locale
  if (!frame?.locales.includes(shown)) return []
  const chosen = chosenLanguage({ ...askedOf(known, frame.locales, request, visitor), fetchDest, shown })
  return chosen ? ['set-cookie', preferenceCookie('language', chosen)] : []
}

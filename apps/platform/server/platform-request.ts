import { randomUUID } from 'node:crypto'
import { type Env, isLocale, type Locale, type Logger, locales } from '@residency/config'
import { validateOperatorSession } from '@residency/domain/operators'
import { arrivalOf, ipPrefixOf, trustedProxies } from '@residency/edge/hosts'
import { readCookie } from '@residency/edge/visitor'
import { negotiate } from '@residency/i18n'
import type { Request } from 'express'
import { operatorCookieName } from '../app/operator-cookie.ts'
import type { PlatformRequest } from '../app/platform-request.ts'

/** The language of the path; at the root, which is the English front page, English; elsewhere the browser's. Asks nobody. */
export function localeOf({ path, headers }: Request): Locale {
  const first = path.split('/')[1]
  if (isLocale(first)) return first
  return path === '/' ? 'en' : negotiate(headers['accept-language'], locales, 'en')
}

/** Resolves requests: who asks, from where, in which language. What is made throws when the database can't be asked. */
export function platformRequests(env: Env, log: Logger): (request: Request, requestId: string) => Promise<PlatformRequest> {
  const trusts = trustedProxies(env.TRUSTED_PROXIES)
  return async (request, requestId) => {
    const locale = localeOf(request)
    const facts = {
      requestId,
      ipPrefix: ipPrefixOf(arrivalOf(request, trusts).address),
      userAgent: request.headers['user-agent'] ?? null,
      locale,
      now: () => new Date(),
      log: log.child({ requestId }),
    }
    // The front page is everybody's: it needs nobody's session, and shows without a database.
    const token = request.path.startsWith('/console') ? readCookie(request.headers.cookie, operatorCookieName) : null
    const session = token ? await validateOperatorSession(token, facts.now()) : null
    return { request: facts, session, locale, cookies: [] }
  }
}

export const newRequestId = (): string => randomUUID()

import type { ServerResponse } from 'node:http'
import { type Locale, locales } from '@residency/config'
import { negotiate } from '@residency/i18n'
import type { HeaderPair } from '../headers/index.ts'
import { type PlainState, plainPage, plainPolicy } from './plain-page.ts'

const statuses: Record<PlainState, number> = { unknown: 404, busy: 503, failed: 500, forbidden: 403, notFound: 404 }

interface PlainMore {
  status?: number
  locale?: Locale
  acceptLanguage?: string
  tenant?: string
  requestId?: string
  head?: boolean
  retryAfterSeconds?: number
}

/** Answers with a plain page. Under overload this is what is left: it costs microseconds and still says what to do. */
export function answerPlainly(response: ServerResponse, state: PlainState, security: readonly HeaderPair[], more: PlainMore = {}): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const locale = more.locale ?? negotiate(more.acceptLanguage, locales, 'en')
  const retry = state === 'busy' || state === 'failed'
  const body = Buffer.from(plainPage(state, locale, { tenant: more.tenant, requestId: more.requestId, retry }))
  for (const [name, value] of security) response.setHeader(name, value)
  response.setHeader('content-security-policy', plainPolicy)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-length', body.length)
  if (more.requestId) response.setHeader('x-request-id', more.requestId)
  if (state === 'busy') response.setHeader('retry-after', String(more.retryAfterSeconds ?? 5))
  response.statusCode = more.status ?? statuses[state]
  response.end(more.head ? undefined : body)
}

import type { ServerResponse } from 'node:http'
import type { Locale } from '@residency/config'
import type { AppError } from '@residency/domain/errors'
import { errorText } from '@residency/i18n/server'
import type { HeaderPair } from '../headers/index.ts'
import { type PlainState, plainPage, plainPolicy } from './plain-page.ts'

const statuses: Record<PlainState, number> = { unknown: 404, busy: 503, failed: 500, forbidden: 403 }

interface PlainMore {
  status?: number
  locale: Locale
  tenant?: string
  requestId?: string
  head?: boolean
  retryAfterSeconds?: number
  /** A refusal that has words of its own. */
  refusal?: AppError
}

/** Answers with a plain page. Under overload this is what is left: it costs microseconds and still says what to do. */
export function answerPlainly(response: ServerResponse, state: PlainState, security: readonly HeaderPair[], more: PlainMore): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { locale, refusal } = more
  const reason = refusal && errorText(locale, refusal.messageKey, refusal.detail.params)
  const retry = !reason && (state === 'busy' || state === 'failed')
  const body = Buffer.from(plainPage(state, locale, { tenant: more.tenant, requestId: more.requestId, retry, reason }))
  for (const [name, value] of security) response.setHeader(name, value)
  response.setHeader('content-security-policy', plainPolicy)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-length', body.length)
  if (more.requestId) response.setHeader('x-request-id', more.requestId)
  if (state === 'busy') response.setHeader('retry-after', String(more.retryAfterSeconds ?? 5))
  response.statusCode = refusal?.status ?? more.status ?? statuses[state]
  response.end(more.head ? undefined : body)
}

import { data } from '@remix-run/node'
import type { Locale } from '@residency/config'
import { GateTimeout } from '@residency/db'
import { AppError, type ErrorCode } from '@residency/domain/errors'
import { errorText } from '@residency/i18n/server'

/** What an error page or an API's caller is told. */
export interface RefusalBody {
  code: ErrorCode
  message: string
  fields: Record<string, string>
  requestId: string
}

/** Codes of Postgres, its driver and the network for "not there right now". */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
  'P1001',
  'P1002',
  'P1017',
  'P2024',
  'P2028',
])

/** Says by its name what the database or the line before it could not do now; anything else stays what it is. */
export function named(error: unknown): unknown {
  if (error instanceof GateTimeout) return new AppError('unavailable', { retryAfterMs: 2_000 })
  if (error instanceof Error && !(error instanceof AppError)) {
    const code = 'code' in error ? String(error.code) : ''
    const away =
      awayCodes.has(code) ||
      /connection terminated|timeout exceeded when trying to connect|server closed the connection/i.test(error.message)
    if (away) return new AppError('unavailable', { retryAfterMs: 2_000 })
  }
  return error
}

/** Whether something that is needed is not there right now: the same request may work in a moment. */
export function isUnavailable(error: unknown): boolean {
  const known = named(error)
  return known instanceof AppError && known.code === 'unavailable'
}

export function refusalBody(error: AppError, locale: Locale, requestId: string): RefusalBody {
  const fields = Object.entries(error.detail.fields ?? {}).map(([field, key]) => [field, errorText(locale, key, error.detail.params)])
  return {
    code: error.code,
    message: errorText(locale, error.messageKey, error.detail.params),
    fields: Object.fromEntries(fields),
    requestId,
  }
}

export function refusalHeaders(error: AppError): Record<string, string> {
  const { retryAfterMs } = error.detail
  return retryAfterMs === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) }
}

/** Thrown from loaders and actions: reaches the nearest ErrorBoundary with its status and its words. */
export const thrown = (error: AppError, locale: Locale, requestId: string) =>
  data(refusalBody(error, locale, requestId), { status: error.status, headers: refusalHeaders(error) })

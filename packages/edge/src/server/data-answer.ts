import type { ServerResponse } from 'node:http'
import type { Locale } from '@residency/config'
import { AppError } from '@residency/domain/errors'
import { encode } from 'turbo-stream'
import type { HeaderPair } from '../headers/index.ts'
import { refusalBody, refusalHeaders } from '../routes/refusal.ts'

/** Whether the scripts of a page ask, which can read no page of HTML: they ask for `/mixes.data`. */
export const isDataTarget = (target: string | undefined): boolean => target?.split('?')[0]?.endsWith('.data') ?? false

/** A marked value, which the client's decoder turns into what its name says (@remix-run/react, single-fetch). */
class Marked {
  readonly name: 'ErrorResponse' | 'SingleFetchRedirect'
  readonly parts: unknown[]

  constructor(name: Marked['name'], ...parts: unknown[]) {
    this.name = name
    this.parts = parts
  }
}

interface DataMore {
  locale: Locale
  requestId: string
  /** A form's answer is one result; a page's are many, by route. */
  isRead: boolean
}

/**
 * Refuses a page's script in its own language: a navigation shows the site's error page in place, a form keeps what was typed and says why
 * beside it, as when a loader or an action had refused.
 */
export async function answerData(
  response: ServerResponse,
  caught: unknown,
  security: readonly HeaderPair[],
  { locale, requestId, isRead }: DataMore,
): Promise<void> {
  const error = caught instanceof AppError ? caught : null
  const status = error?.status ?? 500
  const body = error ? refusalBody(error, locale, requestId) : { requestId }
  const refused = { error: new Marked('ErrorResponse', body, status, '') }
  // Which routes the page has is the app's knowledge. What stands in the redirect's place counts for each of them.
  const ofPage = new Marked('SingleFetchRedirect', refused)
  const ofForm = error ? { data: { problem: { ...body, values: {} } } } : refused
  const result = isRead ? ofPage : ofForm
  const encoded = encode(result, { plugins: [(value) => (value instanceof Marked ? [value.name, ...value.parts] : false)] })
  const bytes = Buffer.from(await new Response(encoded).arrayBuffer())
  if (response.headersSent) {
    response.destroy()
    return
  }
  for (const [name, value] of [...security, ...Object.entries(error ? refusalHeaders(error) : {})]) response.setHeader(name, value)
  response.setHeader('content-type', 'text/x-script; charset=utf-8')
  response.setHeader('x-remix-response', 'yes')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-length', bytes.length)
  response.setHeader('x-request-id', requestId)
  response.statusCode = status
  response.end(bytes)
}

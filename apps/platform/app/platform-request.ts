import type { Locale } from '@residency/config'
import type { OperatorRequest, OperatorSessionFacts } from '@residency/domain/operators'

/** One request to the platform, resolved once before any loader runs (server/main.ts). */
export interface PlatformRequest {
  request: OperatorRequest
  session: OperatorSessionFacts | null
  locale: Locale
  /** Sent with the answer. */
  cookies: string[]
  /** Something the page needed was not there: it says so, with the status that asks to come again. */
  unavailable?: boolean
}

/** What getLoadContext gives to Remix. */
export interface PlatformContext {
  platform: PlatformRequest
}

export function platformOf(context: object): PlatformRequest {
  const found: unknown = Reflect.get(context, 'platform')
  if (!found) throw new Error('This route was called without the platform of a request')
  return found as PlatformRequest
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { type PathLanguage, pathLanguage, type Visitor, visitorOf } from '../visitor/index.ts'
import type { SiteCore } from './core.ts'
import type { Admitted } from './door.ts'

/** One request that was let in, and what is known of it before anybody is recognised. */
export interface Exchange extends Admitted {
  core: SiteCore
  request: IncomingMessage
  response: ServerResponse
  requestId: string
  path: string
  language: PathLanguage
  visitor: Visitor
  isRead: boolean
}

/** How an exchange ended, for log and figures. */
export interface Answered {
  outcome: string
  actor: string | null
}

export function exchangeOf(
  core: SiteCore,
  request: IncomingMessage,
  response: ServerResponse,
  admitted: Admitted,
  requestId: string,
): Exchange {
  const path = admitted.target.split('?')[0] ?? '/'
  return {
    ...admitted,
    core,
    request,
    response,
    requestId,
    path,
    language: pathLanguage(path, admitted.known.record.locale),
    visitor: visitorOf(request.headers.cookie),
    isRead: request.method === 'GET' || request.method === 'HEAD',
  }
}

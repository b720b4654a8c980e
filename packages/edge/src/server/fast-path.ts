import type { IncomingMessage, ServerResponse } from 'node:http'
import { arrivalOf } from '../hosts/index.ts'
import { canonicalTarget, isPlainTarget, type PageAsk } from '../pages/index.ts'
import { variantOf, visitorOf } from '../visitor/index.ts'
import type { SiteCore } from './core.ts'
import { elsewhere, rememberLanguage } from './language-choice.ts'
import { nextRequestId } from './request-id.ts'
import { sendStored } from './send.ts'

/**
 * Answers from memory what can be answered from memory: a known host's own shared page for somebody who is not signed in.
 * Stands before Express and takes microseconds; returns false for everything that needs a second look.
 */
export function createFastPath(core: SiteCore): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { directory, pages, frames, overload, metrics, options, trusts } = core
  const hit = metrics.pages.labels('hit')
  const stale = metrics.pages.labels('stale')
  const answered = metrics.requests.labels('page', '200')

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const target = request.url
    if (!isPlainTarget(target)) return false
    const { host } = arrivalOf(request, trusts)
    const known = directory.peek(host)
    if (!known || host === undefined || !isHost(host, known.record.primaryHost)) return false
    const visitor = visitorOf(request.headers.cookie)
    if (visitor.sessionToken !== null && !overload.isOverloaded) return false
    const canonical = target.includes('?') ? canonicalTarget(target, options.sharing) : target
    if (canonical === null) return false
    if (canonical === '/') {
      const frame = frames.peek(known)
      if (!frame || elsewhere(known, frame.locales, request, visitor, null)) return false
    }
    const ask: PageAsk = { known, target: canonical, variant: variantOf(visitor), visitor }
    const found = pages.peek(ask)
    if (!found) return false
    sendStored(request, response, found.page, [
      'x-request-id',
      nextRequestId(),
      ...rememberLanguage(core, known, request, visitor, canonical),
    ])
    if (found.outcome === 'hit') hit.inc()
    else stale.inc()
    answered.inc()
    return true
  }
}

/** Whether a Host header is `wanted`, with or without a port. */
function isHost(host: string, wanted: string): boolean {
  return host.length === wanted.length ? host === wanted : host.startsWith(wanted) && host[wanted.length] === ':'
}

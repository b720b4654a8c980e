import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TenantRecord } from '@residency/domain/context'
import { isSameOrigin } from '../headers/index.ts'
import { type Arrival, arrivalOf, type KnownTenant, parseHost } from '../hosts/index.ts'
import { isPlainTarget } from '../pages/index.ts'
import { pathLanguage } from '../visitor/index.ts'
import type { SiteCore } from './core.ts'
import { publicOrigin } from './origin.ts'
import { answerPlainly } from './plain-answer.ts'
import { readerLanguage } from './reader-language.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])
const isRead = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD'

/** Where the tenant's own pages of a request that came in by another name are, or null when it came in right. */
function betterAddress(core: SiteCore, record: TenantRecord, host: string, target: string): string | null {
  const origin = publicOrigin(core.options.env, record)
  if (host !== record.primaryHost) return `${origin}${target}`
  const [path = '/', query] = target.split(/\?(.*)/s)
  const moved = core.options.moved.get(path)
  if (moved) return `${origin}${moved}`
  const language = pathLanguage(path, record.locale)
  let better = path
  // The tenant's own language stands at the root.
  if (language.prefixed && language.locale === record.locale) {
    better = path.slice(3)
    if (better === '' || better === '/') better = '/'
    if (better === '.data') better = '/_root.data'
  }
  if (better.length > 1 && better.endsWith('/')) better = better.replace(/\/+$/, '') || '/'
  return better === path ? null : `${origin}${better}${query ? `?${query}` : ''}`
}

export interface Admitted {
  known: KnownTenant
  arrival: Arrival & { host: string }
  target: string
}

/**
 * Lets a request in to a tenant, or answers it: nobody's host, another name of the tenant's, a mutation from elsewhere.
 * Returns null when it was answered.
 */
export async function enter(
  core: SiteCore,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<Admitted | null> {
  const { metrics, security, options } = core
  const head = request.method === 'HEAD'
  const locale = readerLanguage(request, undefined, options.areasWithoutLanguage)
  const refuse = (reason: string, status: number): null => {
    metrics.refused.inc({ reason })
    answerPlainly(response, status === 403 ? 'forbidden' : 'unknown', security, { status, locale, head, requestId })
    return null
  }
  if (!methods.has(request.method ?? '')) return refuse('method', 405)
  const target = request.url
  if (!isPlainTarget(target)) return refuse('target', 400)
  const arrival = arrivalOf(request, core.trusts)
  let known = core.directory.peek(arrival.host)
  if (known === undefined) {
    known = await core.directory.resolve(arrival.host)
    metrics.hosts.inc({ outcome: known ? 'known' : 'unknown' })
  }
  const host = parseHost(arrival.host)
  if (!known || host === null || arrival.host === undefined) return refuse('host', 404)
  const path = target.split('?')[0] ?? '/'
  const proved = options.isProvedOtherwise(path)
  if (!isRead(request.method) && !proved && !isSameOrigin(request.headers.origin, arrival.host, { secure: core.isSecure }))
    return refuse('origin', 403)
  const better = isRead(request.method) || host !== known.record.primaryHost ? betterAddress(core, known.record, host, target) : null
  if (better !== null && !proved) {
    response.writeHead(308, [...security.flat(), 'location', better, 'cache-control', 'no-cache', 'x-request-id', requestId])
    response.end()
    return null
  }
  return { known, arrival: { ...arrival, host: arrival.host }, target }
}

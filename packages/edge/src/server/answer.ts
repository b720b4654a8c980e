import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Locale } from '@residency/config'
import { AppError } from '@residency/domain/errors'
import { regionFromAcceptLanguage, type ValidSession, validateSession } from '@residency/domain/sessions'
import type { SiteFrame } from '@residency/domain/site'
import { negotiate } from '@residency/i18n'
import { contentSecurityPolicy, type HeaderPair } from '../headers/index.ts'
import { ipPrefixOf } from '../hosts/index.ts'
import { countingAddress } from '../limits/index.ts'
import { canonicalTarget, type PageAsk } from '../pages/index.ts'
import { Scope } from '../scope/index.ts'
import {
  endedSessionCookie,
  type PathLanguage,
  pathIn,
  pathLanguage,
  sessionCookie,
  type Visitor,
  variantOf,
  visitorOf,
} from '../visitor/index.ts'
import { newNonce, type SiteCore } from './core.ts'
import type { Admitted } from './door.ts'
import { elsewhere, rememberLanguage } from './language-choice.ts'
import { publicOrigin } from './origin.ts'
import { sendAnswer, sendStored } from './send.ts'
import { toWebRequest } from './web-request.ts'

export interface Answered {
  outcome: string
  actor: string | null
}

/** Answers a request that was let in: with a shared page where one may be shared, else with one made for this visitor. */
export async function answer(
  core: SiteCore,
  request: IncomingMessage,
  response: ServerResponse,
  admitted: Admitted,
  requestId: string,
): Promise<Answered> {
  const { options, overload } = core
  const { record } = admitted.known
  const path = admitted.target.split('?')[0] ?? '/'
  const language = pathLanguage(path, record.locale)
  const visitor = visitorOf(request.headers.cookie)
  const ask = shareableAsk(core, request, admitted, language, visitor)
  if (ask && (visitor.sessionToken === null || overload.isOverloaded)) {
    if (ask.target === '/' && (await redirectFirstVisit(core, request, response, admitted, visitor, null)))
      return { outcome: 'language', actor: null }
    return sendShared(core, request, response, ask, requestId)
  }
  let session: ValidSession | null = null
  try {
    if (!options.isFile(language.path)) session = await findSession(admitted, request, visitor)
  } catch (error) {
    // Nobody can be recognised just now. A page that everybody may see is better than none.
    const last = ask && core.pages.last(ask)
    if (!last) throw error
    options.log.warn({ err: error, requestId }, 'sessions can’t be checked; a shared page is shown')
    sendStored(request, response, last, ['x-request-id', requestId])
    return { outcome: 'last-known', actor: null }
  }
  if (path === '/' && (await redirectFirstVisit(core, request, response, admitted, visitor, session)))
    return { outcome: 'language', actor: null }
  if (ask && session === null) {
    // The cookie is nobody's any more: it goes, and the shared page comes.
    response.setHeader('set-cookie', endedSessionCookie())
    return sendShared(core, request, response, ask, requestId)
  }
  return sendOwn(core, request, response, admitted, { language, visitor, session, requestId })
}

function shareableAsk(
  core: SiteCore,
  request: IncomingMessage,
  { known, target }: Admitted,
  language: PathLanguage,
  visitor: Visitor,
): PageAsk | null {
  const { sharing, development } = core.options
  if (development || (request.method !== 'GET' && request.method !== 'HEAD') || !sharing.isShared(language.path)) return null
  const canonical = canonicalTarget(target, sharing)
  return canonical === null ? null : { known, target: canonical, variant: variantOf(visitor), visitor }
}

function findSession({ known, arrival }: Admitted, request: IncomingMessage, visitor: Visitor): Promise<ValidSession | null> {
  if (visitor.sessionToken === null) return Promise.resolve(null)
  return validateSession(known.ref, visitor.sessionToken, {
    userAgent: request.headers['user-agent'] ?? null,
    ipPrefix: ipPrefixOf(arrival.address),
    region: regionFromAcceptLanguage(request.headers['accept-language'] ?? null),
  })
}

async function redirectFirstVisit(
  core: SiteCore,
  request: IncomingMessage,
  response: ServerResponse,
  { known, target }: Admitted,
  visitor: Visitor,
  session: ValidSession | null,
): Promise<boolean> {
  const frame = await core.frames.get(known)
  const own = known.record.locale
  const locale = elsewhere(known, frame.locales, request, visitor, session?.locale ?? null)
  if (locale === null || request.method === 'POST') return false
  const query = target.includes('?') ? target.slice(target.indexOf('?')) : ''
  const location = `${publicOrigin(core.options.env, known.record)}${pathIn(locale, own, '/')}${query}`
  response.writeHead(302, [...core.security.flat(), 'location', location, 'cache-control', 'no-store', 'vary', 'Accept-Language, Cookie'])
  response.end()
  return true
}

async function sendShared(
  core: SiteCore,
  request: IncomingMessage,
  response: ServerResponse,
  ask: PageAsk,
  requestId: string,
): Promise<Answered> {
  const found = await core.pages.get(ask)
  if ('page' in found) {
    core.metrics.pages.inc({ outcome: found.outcome })
    sendStored(request, response, found.page, [
      'x-request-id',
      requestId,
      ...rememberLanguage(core, ask.known, request, ask.visitor, ask.target),
    ])
    return { outcome: found.outcome, actor: null }
  }
  core.metrics.pages.inc({ outcome: 'not-kept' })
  const { status, headers, body } = found.snapshot
  const list = headers.filter(([name]) => name.toLowerCase() !== 'content-length' && name.toLowerCase() !== 'set-cookie')
  const answer = new Response([204, 304].includes(status) ? null : new Uint8Array(body), {
    status,
    headers: list.map(([name, value]): [string, string] => [name, value]),
  })
  await sendAnswer(request, response, answer, [...uncached(answer), ['vary', 'Accept-Encoding, Cookie'], ['x-request-id', requestId]])
  return { outcome: 'not-kept', actor: null }
}

const uncached = (answer: Response): HeaderPair[] => (answer.headers.has('cache-control') ? [] : [['cache-control', 'private, no-store']])

interface Own {
  language: PathLanguage
  visitor: Visitor
  session: ValidSession | null
  requestId: string
}

/** A page for one visitor: with a nonce, and in no cache. */
async function sendOwn(
  core: SiteCore,
  request: IncomingMessage,
  response: ServerResponse,
  admitted: Admitted,
  own: Own,
): Promise<Answered> {
  const { options } = core
  const { known, arrival } = admitted
  const { language, visitor, session, requestId } = own
  const frame = await core.frames.get(known)
  const scope = new Scope({
    requestId,
    tenant: known.record,
    ref: known.ref,
    frame,
    visitor,
    session,
    language,
    locale: localeOf(core, frame, own, known.record.locale, request.headers['accept-language']),
    nonce: newNonce(),
    publicOrigin: publicOrigin(options.env, known.record),
    address: arrival.address,
    ipPrefix: ipPrefixOf(arrival.address),
    userAgent: request.headers['user-agent']?.slice(0, 400) ?? null,
    region: regionFromAcceptLanguage(request.headers['accept-language'] ?? null),
    shared: false,
    isPaused: known.record.status === 'suspended' && !options.isOpenWhileSuspended(language.path),
    log: options.log.child({ requestId, tenant: known.record.id, actor: session?.actor.accountId ?? null }),
  })
  const actor = session?.actor.accountId ?? null
  const isMutation = request.method !== 'GET' && request.method !== 'HEAD'
  const mostBytes = options.mostBodyBytes(language.path)
  if (isMutation) {
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new AppError('too_large')
    if (actor === null && !options.isProvedOtherwise(language.path))
      await core.limits.take('form', known.record.id, countingAddress(arrival.address))
  }
  const webRequest = toWebRequest(request, response, { origin: scope.facts.publicOrigin, host: arrival.host, mostBytes })
  const gate = options.isFile(language.path) ? core.fileGate : core.gate
  const made = await gate.run(known.record.id, () => options.handler(webRequest, { scope }))
  const more: HeaderPair[] = [...core.security, ...uncached(made), ['x-request-id', requestId]]
  const remembered = session ? [] : rememberLanguage(core, known, request, visitor, admitted.target)
  if (remembered[1]) more.push(['set-cookie', remembered[1]])
  if (session?.extended && visitor.sessionToken) more.push(['set-cookie', sessionCookie(visitor.sessionToken)])
  for (const cookie of scope.cookies) more.push(['set-cookie', cookie])
  if (made.headers.get('content-type')?.startsWith('text/html') && !options.development) {
    more.push([
      'content-security-policy',
      contentSecurityPolicy({ nonce: scope.facts.nonce }, { secure: core.isSecure, connectTo: options.connectTo?.(language.path) }),
    ])
  }
  await sendAnswer(request, response, made, more)
  return { outcome: 'own', actor }
}

/** The path's language where paths have one; elsewhere the person's: the account's, the cookie's, the browser's. */
function localeOf(
  core: SiteCore,
  frame: SiteFrame,
  { language, session, visitor }: Own,
  site: Locale,
  acceptLanguage: string | undefined,
): Locale {
  const area = language.path.split('/')[1] ?? ''
  if (language.prefixed || !core.options.areasWithoutLanguage.has(area))
    return frame.locales.includes(language.locale) ? language.locale : site
  return session?.locale ?? visitor.language ?? negotiate(acceptLanguage, frame.locales, site)
}

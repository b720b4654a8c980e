import { type Locale, limits } from '@residency/config'
import { AppError } from '@residency/domain/errors'
import { regionFromAcceptLanguage, type ValidSession } from '@residency/domain/sessions'
import type { SiteFrame } from '@residency/domain/site'
import { negotiate } from '@residency/i18n'
import { receiveBody } from '../bodies/index.ts'
import { contentSecurityPolicy, type HeaderPair } from '../headers/index.ts'
import { ipPrefixOf } from '../hosts/index.ts'
import { countingAddress } from '../limits/index.ts'
import { Scope } from '../scope/index.ts'
import { cookieNames, endedSessionCookie, readCookie, sessionCookie } from '../visitor/index.ts'
import { newNonce, policyOf, securityOf } from './core.ts'
import type { Answered, Exchange } from './exchange.ts'
import { rememberLanguage } from './language-choice.ts'
import { publicOrigin } from './origin.ts'
import { sendAnswer } from './send.ts'
import { uncached } from './shared-answer.ts'
import { toWebRequest } from './web-request.ts'

/** An answer for one visitor: with a nonce, and in no cache. */
export async function sendOwn(exchange: Exchange, session: ValidSession | null): Promise<Answered> {
  const { core, request, response, known, arrival, language } = exchange
  const { options } = core
  const isFile = options.isFile(language.path)
  const body = exchange.isRead ? null : await receiveMutation(exchange, session)
  const scope = scopeFor(exchange, session, await core.frames.get(known))
  const webRequest = toWebRequest(request, response, { origin: scope.facts.publicOrigin, host: arrival.host, body })
  const gate = isFile ? core.fileGate : core.gate
  const made = await gate.run(known.record.id, () => options.handler(webRequest, { scope }))
  await sendAnswer(request, response, made, headersOf(exchange, session, scope, made))
  return { outcome: 'own', actor: session?.actor.accountId ?? null }
}

/** A change's body, once whoever sends it may. Before a place in the gate is taken: a body that never ends would keep it. */
async function receiveMutation(exchange: Exchange, session: ValidSession | null): Promise<Buffer<ArrayBuffer>> {
  const { core, request, language, known, arrival } = exchange
  const { options } = core
  const most = options.mostBodyBytes(language.path)
  // What is large is the crew's alone.
  const mostBytes = session && session.actor.role !== 'fan' ? most : Math.min(most, limits.requestBodyBytes)
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new AppError('too_large')
  if (!session && !options.isProvedOtherwise(language.path))
    await core.limits.take('form', known.record.id, countingAddress(arrival.address))
  return receiveBody(request, mostBytes)
}

function scopeFor(exchange: Exchange, session: ValidSession | null, frame: SiteFrame): Scope {
  const { core, request, known, arrival, language, visitor, requestId } = exchange
  const { options } = core
  const { record, ref } = known
  const acceptLanguage = request.headers['accept-language']
  return new Scope({
    requestId,
    tenant: record,
    ref,
    frame,
    visitor,
    session,
    language,
    locale: localeOf(exchange, session, frame),
    nonce: newNonce(),
    publicOrigin: publicOrigin(options.env, record),
    address: arrival.address,
    ipPrefix: ipPrefixOf(arrival.address),
    userAgent: request.headers['user-agent']?.slice(0, 400) ?? null,
    region: regionFromAcceptLanguage(acceptLanguage ?? null),
    knownBrowser: readCookie(request.headers.cookie, cookieNames.knownBrowser) || null,
    shared: false,
    isPaused: record.status === 'suspended' && !options.isOpenWhileSuspended(language.path),
    log: options.log.child({ requestId, tenant: record.id, actor: session?.actor.accountId ?? null }),
  })
}

/** The path's language where paths have one; elsewhere the person's: the account's, the cookie's, the browser's. */
function localeOf({ core, known, language, visitor, request }: Exchange, session: ValidSession | null, frame: SiteFrame): Locale {
  const own = known.record.locale
  const area = language.path.split('/')[1] ?? ''
  if (language.prefixed || !core.options.areasWithoutLanguage.has(area))
    return frame.locales.includes(language.locale) ? language.locale : own
  return session?.locale ?? visitor.language ?? negotiate(request.headers['accept-language'], frame.locales, own)
}

function headersOf(
  { core, request, known, visitor, target, language, requestId }: Exchange,
  session: ValidSession | null,
  scope: Scope,
  made: Response,
) {
  const { options } = core
  const headers: HeaderPair[] = [...securityOf(core, language.path), ...uncached(made), ['x-request-id', requestId]]
  const [, remembered] = session ? [] : rememberLanguage(core, known, request, visitor, target)
  if (remembered) headers.push(['set-cookie', remembered])
  // A cookie that is nobody's any more goes, unless this very answer brings a new one.
  const isStale = visitor.sessionToken !== null && session === null && !options.isFile(language.path)
  if (isStale && scope.cookies.length === 0 && made.headers.getSetCookie().length === 0) headers.push(['set-cookie', endedSessionCookie()])
  if (session?.extended && visitor.sessionToken) headers.push(['set-cookie', sessionCookie(visitor.sessionToken)])
  for (const cookie of scope.cookies) headers.push(['set-cookie', cookie])
  if (made.headers.get('content-type')?.startsWith('text/html') && !options.development) {
    const policy = contentSecurityPolicy({ nonce: scope.facts.nonce }, policyOf(core, language.path))
    headers.push(['content-security-policy', policy])
  }
  return headers
}

import { GateTimeout } from '@residency/db'
import { regionFromAcceptLanguage, type ValidSession, validateSession } from '@residency/domain/sessions'
import { ipPrefixOf } from '../hosts/index.ts'
import { endedSessionCookie, pathIn } from '../visitor/index.ts'
import type { Answered, Exchange } from './exchange.ts'
import { elsewhere } from './language-choice.ts'
import { publicOrigin } from './origin.ts'
import { sendOwn } from './own-answer.ts'
import { sendStored } from './send.ts'
import { sendShared, shareableAsk } from './shared-answer.ts'

/** Answers a request that was let in: with a shared page where one may be shared, else with one made for this visitor. */
export async function answer(exchange: Exchange): Promise<Answered> {
  const { core, visitor, response, request, requestId } = exchange
  const { overload, options } = core
  const ask = shareableAsk(exchange)
  const isAnonymous = visitor.sessionToken === null
  if (ask && (isAnonymous || overload.isOverloaded)) return (await sendElsewhere(exchange, null)) ?? sendShared(exchange, ask)
  // What can't be kept is the first to go when there is too much to do: a search, a page nobody wrote. Signing in goes on.
  if (overload.isOverloaded && isAnonymous && exchange.isRead && !options.isFile(exchange.language.path)) throw new GateTimeout()

  let session: ValidSession | null = null
  try {
    session = await findSession(exchange)
  } catch (error) {
    // Nobody can be recognised just now. A page that everybody may see is better than none.
    const last = ask && core.pages.last(ask)
    if (!last) throw error
    options.log.warn({ err: error, requestId }, 'sessions can’t be checked; a shared page is shown')
    sendStored(request, response, last, ['x-request-id', requestId])
    return { outcome: 'last-known', actor: null }
  }
  const gone = await sendElsewhere(exchange, session)
  if (gone) return gone
  if (ask && session === null) {
    // The cookie is nobody's any more: it goes, and the shared page comes.
    response.setHeader('set-cookie', endedSessionCookie())
    return sendShared(exchange, ask)
  }
  return sendOwn(exchange, session)
}

async function findSession({ core, language, visitor, known, request, arrival }: Exchange): Promise<ValidSession | null> {
  if (visitor.sessionToken === null || core.options.isFile(language.path)) return null
  return validateSession(known.ref, visitor.sessionToken, {
    userAgent: request.headers['user-agent'] ?? null,
    ipPrefix: ipPrefixOf(arrival.address),
    region: regionFromAcceptLanguage(request.headers['accept-language'] ?? null),
  })
}

/** A first visit to the bare root in another language goes to that language. Null: the visitor stays. */
async function sendElsewhere(exchange: Exchange, session: ValidSession | null): Promise<Answered | null> {
  const { core, request, response, known, path, target, visitor, isRead, requestId } = exchange
  if (path !== '/' || !isRead) return null
  const frame = await core.frames.get(known)
  const locale = elsewhere(known, frame.locales, request, visitor, session?.locale ?? null)
  if (locale === null) return null
  const location = `${publicOrigin(core.options.env, known.record)}${pathIn(locale, known.record.locale, '/')}${target.slice(path.length)}`
  const headers = ['location', location, 'cache-control', 'no-store', 'vary', 'Accept-Language, Cookie', 'x-request-id', requestId]
  response.writeHead(302, [...core.security.flat(), ...headers])
  response.end()
  return { outcome: 'language', actor: null }
}

import type { HeaderPair } from '../headers/index.ts'
import { canonicalTarget, type PageAsk } from '../pages/index.ts'
import { variantOf } from '../visitor/index.ts'
import type { Answered, Exchange } from './exchange.ts'
import { rememberLanguage } from './language-choice.ts'
import { sendAnswer, sendStored } from './send.ts'

/** The page that everybody may see at this address, or null when there is none. */
export function shareableAsk({ core, isRead, language, target, known, visitor }: Exchange): PageAsk | null {
  const { sharing, development } = core.options
  if (development || !isRead || !sharing.isShared(language.path)) return null
  const canonical = canonicalTarget(target, sharing)
  return canonical === null ? null : { known, target: canonical, variant: variantOf(visitor), visitor }
}

export async function sendShared(exchange: Exchange, ask: PageAsk): Promise<Answered> {
  const { core, request, response, requestId, known, visitor } = exchange
  const found = await core.pages.get(ask)
  if ('page' in found) {
    core.metrics.pages.inc({ outcome: found.outcome })
    sendStored(request, response, found.page, ['x-request-id', requestId, ...rememberLanguage(core, known, request, visitor, ask.target)])
    return { outcome: found.outcome, actor: null }
  }
  core.metrics.pages.inc({ outcome: 'not-kept' })
  const { status, headers, body } = found.snapshot
  const list = headers.filter(([name]) => !['content-length', 'set-cookie'].includes(name.toLowerCase()))
  const made = new Response(status === 204 || status === 304 ? null : new Uint8Array(body), {
    status,
    headers: list.map(([name, value]): [string, string] => [name, value]),
  })
  await sendAnswer(request, response, made, [...uncached(made), ['vary', 'Accept-Encoding, Cookie'], ['x-request-id', requestId]])
  return { outcome: 'not-kept', actor: null }
}

export const uncached = (made: Response): HeaderPair[] =>
  made.headers.has('cache-control') ? [] : [['cache-control', 'private, no-store']]

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TenantRecord } from '@residency/domain/context'
import { AppError } from '@residency/domain/errors'
import { named } from '../routes/refusal.ts'
import { answer } from './answer.ts'
import type { SiteCore } from './core.ts'
import { answerData, isDataTarget } from './data-answer.ts'
import { enter } from './door.ts'
import { type Answered, exchangeOf } from './exchange.ts'
import { answerPlainly } from './plain-answer.ts'
import { readerLanguage } from './reader-language.ts'
import { nextRequestId } from './request-id.ts'

/** Everything that is not answered from memory: find the tenant, check, answer, log. Never leaves a request without an answer. */
export function createHandler(core: SiteCore): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { overload, metrics, options, security } = core
  return async (request, response) => {
    const started = performance.now()
    const requestId = nextRequestId()
    const head = request.method === 'HEAD'
    let tenant: TenantRecord | undefined
    let done: Answered = { outcome: 'refused', actor: null }
    overload.entered()
    response.once('close', () => {
      overload.left()
      const ms = Math.round((performance.now() - started) * 10) / 10
      const kind = response.writableFinished ? kindOf(done) : 'aborted'
      metrics.requests.inc({ kind, status: response.statusCode })
      metrics.seconds.observe({ kind }, ms / 1000)
      // Never the query, and no long part of a path: links in mails and previews carry their tokens there.
      const path = request.url
        ?.split('?')[0]
        ?.replace(/[^/]{60,}/g, '…')
        .slice(0, 200)
      const entry = {
        requestId,
        tenant: tenant?.id,
        actor: done.actor,
        method: request.method,
        path,
        status: response.statusCode,
        ms,
        outcome: done.outcome,
      }
      options.log.info(kind === 'aborted' ? { ...entry, outcome: kind } : entry, 'request')
    })
    try {
      const admitted = await enter(core, request, response, requestId)
      if (!admitted) return
      tenant = admitted.known.record
      done = await answer(exchangeOf(core, request, response, admitted, requestId))
    } catch (caught) {
      if (response.destroyed) return
      const error = named(caught)
      const locale = readerLanguage(request, tenant, options.areasWithoutLanguage)
      const more = { tenant: tenant?.name, requestId, head, locale }
      if (!(error instanceof AppError)) options.log.error({ err: error, requestId, tenant: tenant?.id }, 'a request failed')
      if (isDataTarget(request.url)) {
        const isRead = head || request.method === 'GET'
        if (error instanceof AppError && error.status >= 500) done = { outcome: 'cheap', actor: null }
        return answerData(response, error, security, { locale, requestId, isRead }).catch((failure: unknown) => {
          options.log.error({ err: failure, requestId }, 'a refusal could not be said')
          response.destroy()
        })
      }
      if (error instanceof AppError && error.status < 500) return answerPlainly(response, 'failed', security, { ...more, refusal: error })
      if (error instanceof AppError) {
        metrics.pages.inc({ outcome: 'cheap' })
        done = { outcome: 'cheap', actor: null }
        return answerPlainly(response, 'busy', security, more)
      }
      answerPlainly(response, 'failed', security, more)
    }
  }
}

const kindOf = ({ outcome }: Answered): string => (outcome === 'own' ? 'own' : outcome === 'refused' ? 'refused' : 'page')

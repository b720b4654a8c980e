import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits } from '@residency/config'
import { AppError } from '@residency/domain/errors'
import {
  type AcceptedPlay,
  acceptReport,
  type DropReason,
  describeListener,
  getHearableMix,
  type HearableMix,
  type HeardPlay,
  playReportSchema,
  recordBeats,
} from '@residency/domain/plays'
import { type ValidSession, validateSession } from '@residency/domain/sessions'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { isSameOrigin } from '../headers/index.ts'
import { arrivalOf, ipPrefixOf, type KnownTenant } from '../hosts/index.ts'
import { countingAddress } from '../limits/index.ts'
import { named } from '../routes/refusal.ts'
import type { SiteCore } from '../server/core.ts'
import { Remembered } from '../stream/index.ts'
import { cookieNames, readCookie } from '../visitor/index.ts'
import { Gather, TooMuchWaits } from './gather.ts'
import { readJsonBody } from './read-body.ts'

/** How old the answer to "who is this?" may be; a beat comes every ten seconds. */
const sessionFreshMs = 60_000
/** Integrity and data exceptions (SQLSTATE classes 22 and 23): this report can't be written, the others can. */
const isAboutData = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code ?? ''))

type Core = Pick<SiteCore, 'directory' | 'trusts' | 'metrics' | 'isSecure' | 'options'>
type Who = Pick<ValidSession, 'actor'>

interface Answer {
  /** What need not be sent again: committed, or never to be counted. */
  acknowledged: { playId: string; seq: number }[]
  /** Whole plays that are not counted. */
  dropped: { playId: string; reason: DropReason }[]
}

/**
 * `POST /plays`: what browsers say they have played. Before Express, since everybody who listens sends it every ten seconds. Host → tenant, origin,
 * address's share, shape, who, may they hear it, then into the next transaction of the tenant; answered 202 when that is committed.
 * Returns false for every other path.
 */
export function createPlaysDoor(core: Core): (request: IncomingMessage, response: ServerResponse) => boolean {
  const shares = new RateLimiterMemory({ points: limits.playReportsPerMinute, duration: 60 })
  const sessions = new Remembered<Who>({ max: 50_000, freshMs: () => sessionFreshMs, staleMs: sessionFreshMs })
  const mixes = new Remembered<HearableMix>({ max: 100_000, freshMs: () => limits.standingFreshMs, staleMs: limits.standingStaleMs })
  const gather = new Gather<HeardPlay>({
    write: (ref, plays) => recordBeats(ref, plays, new Date()),
    weigh: ({ beats }) => beats.length,
    waitMs: 4,
    most: 2_000,
    mostWaiting: limits.playBeatsWaiting,
    isAboutData,
  })

  return (request, response) => {
    if (request.url?.split('?')[0] !== '/plays') return false
    const counted = (status: number) => core.metrics.requests.inc({ kind: 'plays', status })
    if (request.method !== 'POST') counted(send(response, 405, { code: 'method_not_allowed' }, ['allow', 'POST']))
    else {
      take(request).then(
        (answer) => counted(send(response, 202, answer)),
        (error: unknown) => counted(refuse(response, error)),
      )
    }
    return true
  }

  async function take(request: IncomingMessage): Promise<Answer> {
    const { host, address } = arrivalOf(request, core.trusts)
    const known = core.directory.peek(host) ?? (await core.directory.resolve(host))
    if (!known || known.record.status === 'suspended') throw new AppError('not_found')
    if (!isSameOrigin(request.headers.origin, host, { secure: core.isSecure })) throw new AppError('forbidden')
    await shares.consume(`${known.record.id}/${countingAddress(address)}`).catch(() => {
      throw new AppError('too_many', { retryAfterMs: 60_000 })
    })
    const parsed = playReportSchema.safeParse(await readJsonBody(request, limits.playsBodyBytes))
    if (!parsed.success) throw new AppError('invalid')
    const now = new Date()
    const { accepted, dropped } = acceptReport(parsed.data, now)
    const actor = (await whoOf(known, request))?.actor ?? null
    const hearable = await Promise.all(accepted.map(({ mixId }) => mixOf(known, mixId, actor?.accountId ?? null)))
    const listener = await describeListener(
      {
        tenantId: known.record.id,
        address,
        ipPrefix: ipPrefixOf(address),
        userAgent: request.headers['user-agent'] ?? null,
        role: actor?.role ?? null,
      },
      now,
    )
    const heard = accepted.flatMap((play, index): HeardPlay[] => {
      const mix = hearable[index]
      return mix ? [{ ...play, ...factsOf(mix, play), ...listener, accountId: actor?.accountId ?? null }] : []
    })
    if (heard.length > 0) await gather.add(known.ref, heard)
    const unknown = accepted.filter((_, index) => !hearable[index]).map(({ playId }) => ({ playId, reason: 'unknown_mix' as const }))
    return {
      acknowledged: parsed.data.plays.flatMap(({ playId, beats }) => beats.map(({ seq }) => ({ playId, seq }))),
      dropped: [...dropped, ...unknown],
    }
  }

  function whoOf(known: KnownTenant, request: IncomingMessage): Promise<Who | null> | null {
    const token = readCookie(request.headers.cookie, cookieNames.session)
    return token ? sessions.get(`${known.record.id}/${token}`, () => validateSession(known.ref, token)) : null
  }

  function mixOf(known: KnownTenant, mixId: string, accountId: string | null): Promise<HearableMix | null> {
    return mixes.get(`${known.record.id}/${mixId}/${accountId ?? ''}`, () => getHearableMix(known.ref, { mixId, accountId }))
  }

  function refuse(response: ServerResponse, caught: unknown): number {
    const error = caught instanceof TooMuchWaits ? new AppError('unavailable', { retryAfterMs: 2_000 }) : named(caught)
    if (error instanceof AppError) {
      const { retryAfterMs } = error.detail
      return send(
        response,
        error.status,
        { code: error.code },
        retryAfterMs ? ['retry-after', String(Math.ceil(retryAfterMs / 1_000))] : [],
      )
    }
    core.options.log.error({ err: error }, 'a report of plays failed')
    return send(response, 500, { code: 'failed' })
  }
}

/** How long a mix is, we know better than a browser does. */
const factsOf = (mix: HearableMix, play: AcceptedPlay): Pick<HeardPlay, 'recordingId' | 'durationMs'> => ({
  recordingId: mix.recordingId,
  durationMs: mix.durationMs ?? play.durationMs,
})

function send(response: ServerResponse, status: number, body: object, more: string[] = []): number {
  if (response.destroyed) return status
  const text = JSON.stringify(body)
  // What was not read of a request stays on its line: nothing else may come in on it.
  if (status === 413) more.push('connection', 'close')
  response.writeHead(status, [
    ...['content-type', 'application/json; charset=utf-8', 'content-length', String(Buffer.byteLength(text))],
    ...['cache-control', 'no-store', 'x-content-type-options', 'nosniff', ...more],
  ])
  response.end(text)
  return status
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits } from '@residency/config'
import { getStanding, type Standing } from '@residency/domain/access'
import { AppError } from '@residency/domain/errors'
import {
  getDetailedPeaks,
  getStream,
  issueTicket,
  masterPlaylist,
  mediaPlaylist,
  readTicket,
  type Stream,
  segmentKeyParts,
  type Ticket,
  ticketRenewMs,
} from '@residency/domain/streaming'
import { type Delivery, delivery, ownDelivery } from '@residency/integrations/delivery'
import { tenantStorage } from '@residency/integrations/storage'
import { LRUCache } from 'lru-cache'
import { arrivalOf, type KnownTenant } from '../hosts/index.ts'
import { named } from '../routes/refusal.ts'
import type { SiteCore } from '../server/core.ts'
import { refuse, sendBytes, sendElsewhere, sendPlaylist } from './answers.ts'
import { parseStreamPath, type StreamAsk } from './path.ts'
import { Remembered } from './remembered.ts'
import { peekSegment, readSegment } from './segment-memory.ts'

const prefix = '/stream/'
/** A playlist that grows is asked for every few seconds by everybody who listens. */
const growingMs = 1_000
const settledMs = 10 * 60_000

type SegmentAsk = Extract<StreamAsk, { what: 'segment' }>

/**
 * The way to audio. It stands before Express: a segment is asked for every few seconds by everybody who listens. Host → tenant, ticket, standing
 * (twenty seconds old at most), bytes. Whatever is wrong is answered alike, without a byte. Returns false for every other path.
 */
export function createStreamDoor(
  core: Pick<SiteCore, 'directory' | 'trusts' | 'metrics' | 'fileGate' | 'options'>,
  deliver: Delivery = delivery(),
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const tickets = new LRUCache<string, Ticket>({ max: 100_000, ttl: settledMs })
  const standings = new Remembered<Standing>({ max: 200_000, freshMs: () => limits.standingFreshMs, staleMs: limits.standingStaleMs })
  const streams = new Remembered<Stream>({
    max: 20_000,
    freshMs: (stream) => (stream?.complete ? settledMs : growingMs),
    staleMs: settledMs,
  })

  return (request, response) => {
    const target = request.url
    if (!target?.startsWith(prefix)) return false
    const counted = (status: number) => core.metrics.requests.inc({ kind: 'audio', status })
    const ask = parseStreamPath(target.split('?')[0] ?? '')
    if (request.method !== 'GET' && request.method !== 'HEAD') counted(refuse(response, 405))
    else if (!ask) counted(refuse(response, 404))
    else {
      const { host } = arrivalOf(request, core.trusts)
      const status = ask.what === 'segment' ? fromMemory(request, response, host, ask) : null
      if (status !== null) counted(status)
      else serve(request, response, host, ask).then(counted, (error: unknown) => counted(failed(response, error)))
    }
    return true
  }

  /** The usual case without a single wait: a listener who is known, a segment that is in memory. Null: take the long way. */
  function fromMemory(request: IncomingMessage, response: ServerResponse, host: string | undefined, ask: SegmentAsk): number | null {
    const known = core.directory.peek(host)
    if (!known || known.record.status === 'suspended' || deliver !== ownDelivery) return null
    const ticket = ticketOf(known, ask.ticket)
    if (!ticket) return null
    const standing = standings.peek(standingKey(known, ticket))
    if (!standing?.open || !standing.renditions.includes(ask.rendition)) return null
    const bytes = peekSegment(known.record.id, { ...ask, recordingId: ticket.recordingId })
    return bytes ? sendBytes(request, response, bytes, 'audio/mp4') : null
  }

  async function serve(request: IncomingMessage, response: ServerResponse, host: string | undefined, ask: StreamAsk): Promise<number> {
    const known = core.directory.peek(host) ?? (await core.directory.resolve(host))
    if (!known || known.record.status === 'suspended') return refuse(response, 404)
    const ticket = ticketOf(known, ask.ticket)
    if (!ticket) return refuse(response, 404)
    const { mixId, accountId, linkHash, recordingId } = ticket
    const standing = await standings.get(standingKey(known, ticket), () => getStanding(known.ref, { mixId, accountId, linkHash }))
    if (!standing?.open) return refuse(response, 404)
    const { id } = known.record
    if (ask.what === 'peaks') {
      const peaks = await core.fileGate.run(id, () => getDetailedPeaks(id, recordingId))
      return peaks ? sendBytes(request, response, peaks, 'application/octet-stream') : refuse(response, 404)
    }
    if (ask.what === 'segment') {
      return standing.renditions.includes(ask.rendition) ? sendSegment(request, response, known, ticket, ask) : refuse(response, 404)
    }
    const stream = await streams.get(`${id}/${recordingId}`, () => getStream(known.ref, recordingId))
    if (!stream || stream.mixId !== mixId) return refuse(response, 404)
    // The paths in a playlist are relative and carry its ticket on: an old one is changed by leading to the same playlist under a fresh one.
    const now = new Date()
    if (now.getTime() - ticket.issuedAt > ticketRenewMs) {
      const rest = (request.url ?? '').slice(prefix.length + ask.ticket.length)
      return sendElsewhere(response, 307, `${prefix}${issueTicket(id, ticket, now).ticket}${rest}`)
    }
    const heard = stream.renditions.filter(({ name }) => standing.renditions.includes(name))
    if (ask.what === 'master') return sendPlaylist(request, response, masterPlaylist(heard))
    const rendition = heard.find(({ name }) => name === ask.rendition)
    return rendition ? sendPlaylist(request, response, mediaPlaylist(rendition)) : refuse(response, 404)
  }

  async function sendSegment(
    request: IncomingMessage,
    response: ServerResponse,
    known: KnownTenant,
    { recordingId }: Ticket,
    { rendition, take, segment }: SegmentAsk,
  ): Promise<number> {
    const { id, primaryHost } = known.record
    const ref = { recordingId, rendition, take, segment }
    const key = tenantStorage(id).key(...segmentKeyParts(ref))
    const elsewhere = deliver.locate(key, primaryHost, new Date())
    if (elsewhere) return sendElsewhere(response, 302, elsewhere.location, elsewhere.cookies)
    const bytes = await core.fileGate.run(id, () => readSegment(id, ref))
    return bytes ? sendBytes(request, response, bytes, 'audio/mp4') : refuse(response, 404)
  }

  function ticketOf(known: KnownTenant, unverified: string): Ticket | null {
    const key = `${known.record.id}/${unverified}`
    const seen = tickets.get(key)
    if (seen) return seen
    const ticket = readTicket(known.record.id, unverified, new Date())
    if (ticket) tickets.set(key, ticket)
    return ticket
  }

  function failed(response: ServerResponse, caught: unknown): number {
    const error = named(caught)
    if (!(error instanceof AppError)) core.options.log.error({ err: error }, 'audio could not be sent')
    if (!response.headersSent) return refuse(response, 503)
    response.destroy()
    return 503
  }
}

/** The one constructor of these keys: tenant, mix and who asks. */
const standingKey = ({ record }: KnownTenant, { mixId, accountId, linkHash }: Ticket): string =>
  `${record.id}/${mixId}/${accountId ?? ''}/${linkHash ?? ''}`

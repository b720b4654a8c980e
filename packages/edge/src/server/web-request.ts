import type { IncomingMessage, ServerResponse } from 'node:http'
import { Transform } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { AppError } from '@residency/domain/errors'

/** What proxies say was read once, from those whose word counts (hosts/proxies.ts); nothing behind this line may read it again. */
const dropped = new Set([
  'x-forwarded-host',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
  'connection',
  'keep-alive',
  'te',
  'upgrade',
  'transfer-encoding',
])

/**
 * The request as Remix takes it. Its address is the tenant's primary origin, whatever the Host said.
 * Aborts when the visitor goes away before the answer is complete.
 */
export function toWebRequest(
  request: IncomingMessage,
  response: ServerResponse,
  options: { origin: string; host: string; mostBytes: number },
): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || dropped.has(name)) continue
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one)
  }
  headers.set('host', options.host)
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  const method = request.method ?? 'GET'
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal: controller.signal }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = createReadableStreamFromReadable(request.pipe(limited(options.mostBytes)))
    init.duplex = 'half'
  }
  return new Request(`${options.origin}${request.url}`, init)
}

/** Ends a body that grows beyond what is allowed: Content-Length is a claim, and a chunked body has none. */
function limited(mostBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > mostBytes) done(new AppError('too_large'))
      else done(null, chunk)
    },
  })
}

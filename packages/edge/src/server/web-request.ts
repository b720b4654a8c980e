import type { IncomingMessage, ServerResponse } from 'node:http'

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
 * `body` is null where the method has none. Aborts when the visitor goes away before the answer is complete.
 */
export function toWebRequest(
  request: IncomingMessage,
  response: ServerResponse,
  options: { origin: string; host: string; body: Buffer<ArrayBuffer> | null },
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
  const init: RequestInit = { method: request.method ?? 'GET', headers, signal: controller.signal, body: options.body }
  return new Request(`${options.origin}${request.url}`, init)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { byteRange } from './byte-range.ts'

/** A ticket stands in the path, no cookie is looked at: so a screen that plays for the phone (Chromecast, AirPlay) may read it from elsewhere. */
const always = ['access-control-allow-origin', '*', 'cross-origin-resource-policy', 'cross-origin', 'x-content-type-options', 'nosniff']
const bytesHead = ['cache-control', 'private, max-age=86400, immutable', 'accept-ranges', 'bytes', ...always]

/** Sends bytes, or the range of them that was asked for. Returns the status. */
export function sendBytes(request: IncomingMessage, response: ServerResponse, bytes: Buffer, type: string): number {
  const range = byteRange(request.headers.range, bytes.length)
  if (range === 'unsatisfiable') {
    response.writeHead(416, ['content-range', `bytes */${bytes.length}`, 'content-length', '0', 'cache-control', 'no-store', ...always])
    response.end()
    return 416
  }
  const part = range ? bytes.subarray(range.first, range.last + 1) : bytes
  const head = ['content-type', type, 'content-length', String(part.length), ...bytesHead]
  if (range) head.push('content-range', `bytes ${range.first}-${range.last}/${bytes.length}`)
  const status = range ? 206 : 200
  response.writeHead(status, head)
  if (request.method === 'HEAD') response.end()
  else response.end(part)
  return status
}

/** A playlist: made for the one who asks, so nobody keeps it. */
export function sendPlaylist(request: IncomingMessage, response: ServerResponse, text: string): number {
  const body = Buffer.from(text)
  response.writeHead(200, [
    'content-type',
    'application/vnd.apple.mpegurl',
    'content-length',
    String(body.length),
    'cache-control',
    'no-store',
    ...always,
  ])
  if (request.method === 'HEAD') response.end()
  else response.end(body)
  return 200
}

export function sendElsewhere(response: ServerResponse, status: 302 | 307, location: string, cookies: readonly string[] = []): number {
  for (const cookie of cookies) response.appendHeader('set-cookie', cookie)
  response.setHeader('location', location)
  response.setHeader('cache-control', 'no-store')
  response.setHeader('access-control-allow-origin', '*')
  response.statusCode = status
  response.end()
  return status
}

/** Says nothing of why: what is forged, outlived, another tenant's or not theirs to hear looks the same. */
export function refuse(response: ServerResponse, status: 404 | 405 | 503): number {
  const retry = status === 503 ? ['retry-after', '2'] : []
  response.writeHead(status, ['content-length', '0', 'cache-control', 'no-store', ...retry, ...always])
  response.end()
  return status
}

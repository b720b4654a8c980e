import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { HeaderPair } from '../headers/index.ts'
import { encodingFor, isKnownTo, type Snapshot, type StoredPage } from '../pages/index.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
/** Events flow: they are no text that is ever whole. */
const isText = /^(?:text\/(?!event-stream)|application\/(?:json|manifest\+json|xml|rss\+xml|feed\+json)|image\/svg)/

/** Sends a page from memory. The quickest way out: everything but `more` (name, value, …) was made when the page was stored. */
export function sendStored(request: IncomingMessage, response: ServerResponse, page: StoredPage, more: readonly string[]): void {
  const { headers } = request
  // With somebody's cookie it is somebody's answer, whatever the page is: no cache may give the cookie to the next.
  if (more.includes('set-cookie') || response.hasHeader('set-cookie')) {
    sendStoredOnce(request, response, page, more)
    return
  }
  if (isKnownTo(headers['if-none-match'], page.etag)) {
    response.writeHead(304, [...page.notModified, ...more])
    response.end()
    return
  }
  const variant = page.variants[encodingFor(headers['accept-encoding'])]
  response.writeHead(200, [...variant.head, ...more])
  if (request.method === 'HEAD') response.end()
  else response.end(variant.body)
}

function sendStoredOnce(request: IncomingMessage, response: ServerResponse, page: StoredPage, more: readonly string[]): void {
  const { head, body } = page.variants[encodingFor(request.headers['accept-encoding'])]
  const own: string[] = []
  for (let at = 0; at < head.length; at += 2) {
    const [name, value] = [head[at] as string, head[at + 1] as string]
    if (name !== 'etag') own.push(name, name === 'cache-control' ? 'private, no-store' : value)
  }
  response.writeHead(200, [...own, ...more])
  response.end(request.method === 'HEAD' ? undefined : body)
}

export async function snapshotOf(answer: Response): Promise<Snapshot> {
  const headers: HeaderPair[] = []
  answer.headers.forEach((value, name) => {
    headers.push([name, value])
  })
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) }
}

/** Sends an answer made for one visitor: texts whole and compressed, everything else as it flows. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
  more: readonly HeaderPair[],
): Promise<void> {
  const list: string[] = []
  answer.headers.forEach((value, name) => {
    if (name !== 'content-length') list.push(name, value)
  })
  for (const [name, value] of more) list.push(name, value)
  const type = answer.headers.get('content-type') ?? ''
  if (!answer.body || request.method === 'HEAD') {
    await answer.body?.cancel()
    // Of a file it is the size that is asked for; a text's is that of no encoding in particular.
    const length = answer.headers.get('content-length')
    if (length && request.method === 'HEAD' && !isText.test(type)) list.push('content-length', length)
    response.writeHead(answer.status, list)
    response.end()
    return
  }
  if (isText.test(type)) {
    const { body, encoding } = await compressed(Buffer.from(await answer.arrayBuffer()), request.headers['accept-encoding'])
    if (encoding) list.push('content-encoding', encoding)
    list.push('content-length', String(body.length))
    response.writeHead(answer.status, list)
    response.end(body)
    return
  }
  const length = answer.headers.get('content-length')
  if (length) list.push('content-length', length)
  response.writeHead(answer.status, list)
  await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response)
}

/** A page that one person sees once is compressed quickly rather than well. */
async function compressed(body: Buffer, acceptEncoding: string | undefined): Promise<{ body: Buffer; encoding?: string }> {
  const encoding = body.length < 1_000 ? 'identity' : encodingFor(acceptEncoding)
  if (encoding === 'br') return { body: await compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), encoding }
  if (encoding === 'gzip') return { body: await compressGzip(body, { level: 5 }), encoding }
  return { body }
}

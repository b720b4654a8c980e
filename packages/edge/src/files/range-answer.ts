import { Readable } from 'node:stream'
import { isKnownTo } from '../pages/index.ts'
import { byteRange } from '../stream/byte-range.ts'

export interface Ranged {
  /** All there are. */
  bytes: number
  /** Names the bytes; without quotes. */
  tag: string
  type: string
  /** Both ends included. */
  read: (first: number, last: number) => AsyncIterable<Uint8Array>
}

/** A large file as an answer: whole, or the range that was asked for (RFC 9110, 13.1.5 and 14.2); 304 for whoever has it. Every use asks again. */
export function rangeAnswer(request: Request, { bytes, tag, type, read }: Ranged): Response {
  const etag = `"${tag}"`
  const headers = new Headers({ ETag: etag, 'Cache-Control': 'private, no-cache', 'Accept-Ranges': 'bytes' })
  if (isKnownTo(request.headers.get('if-none-match') ?? undefined, etag)) return new Response(null, { status: 304, headers })
  const condition = request.headers.get('if-range')
  const asked = condition === null || condition === etag ? byteRange(request.headers.get('range') ?? undefined, bytes) : null
  if (asked === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { first, last } = asked ?? { first: 0, last: bytes - 1 }
  headers.set('Content-Type', type)
  headers.set('Content-Length', String(last - first + 1))
  if (asked) headers.set('Content-Range', `bytes ${first}-${last}/${bytes}`)
  const body =
    request.method === 'HEAD' ? null : (Readable.toWeb(Readable.from(read(first, last), { objectMode: false })) as ReadableStream)
  return new Response(body, { status: asked ? 206 : 200, headers })
}

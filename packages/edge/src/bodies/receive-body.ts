import type { IncomingMessage } from 'node:http'
import { AppError } from '@residency/domain/errors'

/**
 * A request's body, whole. Nothing that others wait for (a place in a gate, a connection to the database) may be held meanwhile: a body comes
 * as slowly as its sender likes, or not at all.
 *
 * Throws `too_large` beyond `mostBytes` (Content-Length is a claim, and a chunked body has none), `invalid` when the sender hung up in the middle.
 */
export function receiveBody(request: IncomingMessage, mostBytes: number): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.reject(new AppError('too_large'))
  // Gone while something else was waited for: nothing would tell of it any more.
  if (request.destroyed) return Promise.reject(new AppError('invalid'))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) {
        request.pause()
        reject(new AppError('too_large'))
      } else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', () => reject(new AppError('invalid')))
    // Comes after 'end' too, when it changes nothing any more.
    request.once('close', () => reject(new AppError('invalid')))
  })
}

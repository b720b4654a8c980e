import type { IncomingMessage } from 'node:http'
import { AppError } from '@residency/domain/errors'

/** A body of JSON. Beacons call it text. Throws `too_large`, or `invalid` where it is none. */
export function readJsonBody(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' && type !== 'text/plain') return Promise.reject(new AppError('invalid'))
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.reject(new AppError('too_large'))
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
    request.once('error', reject)
    request.once('aborted', () => reject(new AppError('invalid')))
    request.once('end', () => {
      try {
        resolve(JSON.parse(Buffer.concat(chunks).toString()))
      } catch {
        reject(new AppError('invalid'))
      }
    })
  })
}

import type { IncomingMessage } from 'node:http'
import type { Stretch } from './blobs.ts'
import type { ObjectRecord } from './catalogue.ts'
import { headerOf } from './context.ts'
import { S3Error } from './s3-error.ts'

const matches = (header: string, etag: string): boolean =>
  header.split(',').some((value) => ['*', etag].includes(value.trim().replace(/^W\//, '').replaceAll('"', '')))

/** Whether a reader has the object already (304). Throws when a precondition of theirs does not hold. */
export function isUnchanged(request: IncomingMessage, record: ObjectRecord): boolean {
  const seconds = Math.floor(record.modifiedAt.getTime() / 1000) * 1000
  const [ifMatch, ifNoneMatch] = [headerOf(request, 'if-match'), headerOf(request, 'if-none-match')]
  if (ifMatch !== null && !matches(ifMatch, record.etag))
    throw new S3Error('PreconditionFailed', 'At least one of the preconditions did not hold.')
  const unmodifiedSince = Date.parse(headerOf(request, 'if-unmodified-since') ?? '')
  if (ifMatch === null && seconds > unmodifiedSince)
    throw new S3Error('PreconditionFailed', 'At least one of the preconditions did not hold.')
  if (ifNoneMatch !== null) return matches(ifNoneMatch, record.etag)
  return seconds <= Date.parse(headerOf(request, 'if-modified-since') ?? '')
}

/** Refuses a write that wanted another state. */
export function checkWrite(request: IncomingMessage, record: ObjectRecord | null): void {
  const [ifMatch, ifNoneMatch] = [headerOf(request, 'if-match'), headerOf(request, 'if-none-match')]
  const holds =
    (ifMatch === null || (record !== null && matches(ifMatch, record.etag))) &&
    (ifNoneMatch === null || record === null || !matches(ifNoneMatch, record.etag))
  if (!holds) throw new S3Error('PreconditionFailed', 'At least one of the preconditions did not hold.')
}

/** The stretch a Range header asks for; null for the whole object, also when the header is not understood (RFC 9110, 14.2). */
export function readRange(header: string | null, size: number): Stretch | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [from, to] = [match[1] ?? '', match[2] ?? '']
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first >= size || (from === '' && Number(to) === 0))
    throw new S3Error('InvalidRange', 'The requested range is not satisfiable.', { 'content-range': `bytes */${size}` })
  return last < first ? null : { first, last }
}

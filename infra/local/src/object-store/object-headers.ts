import type { IncomingMessage } from 'node:http'
import type { ObjectRecord } from './catalogue.ts'
import { headerOf } from './context.ts'
import { S3Error } from './s3-error.ts'

const kept = ['content-type', 'cache-control', 'content-disposition', 'content-encoding', 'content-language', 'expires']
const metadataPrefix = 'x-amz-meta-'
const largestMetadata = 2 * 1024

/** What a client wants kept with an object: the headers it will be served with, and its own metadata. */
export function readObjectHeaders(request: IncomingMessage): Pick<ObjectRecord, 'headers' | 'metadata'> {
  const headers: Record<string, string> = {}
  for (const name of kept) {
    const value = headerOf(request, name)
    if (value) headers[name] = value
  }
  // How the body came over the wire is not a quality of the object.
  const encodings = (headers['content-encoding'] ?? '').split(',').map((name) => name.trim())
  const encoding = encodings.filter((name) => name && name !== 'aws-chunked').join(',')
  if (encoding) headers['content-encoding'] = encoding
  else delete headers['content-encoding']
  headers['content-type'] ??= 'binary/octet-stream'

  const metadata: Record<string, string> = {}
  for (const name of Object.keys(request.headers))
    if (name.startsWith(metadataPrefix)) metadata[name.slice(metadataPrefix.length)] = headerOf(request, name) ?? ''
  if (Buffer.byteLength(Object.entries(metadata).flat().join('')) > largestMetadata)
    throw new S3Error('InvalidArgument', 'Metadata may have at most 2 KiB.')
  return { headers, metadata }
}

/** Headers an object is served with; a signed address may override some of them. */
export function writeObjectHeaders(record: ObjectRecord, query: URLSearchParams): Record<string, string> {
  const headers: Record<string, string> = {
    ...record.headers,
    etag: `"${record.etag}"`,
    'last-modified': record.modifiedAt.toUTCString(),
    'accept-ranges': 'bytes',
  }
  for (const [name, value] of Object.entries(record.metadata)) headers[`${metadataPrefix}${name}`] = value
  for (const name of kept) {
    const value = query.get(`response-${name}`)
    if (value) headers[name] = value
  }
  return headers
}

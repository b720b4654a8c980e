import { pipeline } from 'node:stream/promises'
import { readDocument, storeBody } from './body.ts'
import type { ObjectRecord } from './catalogue.ts'
import { headerOf, type S3Call, sendNothing, sendXml } from './context.ts'
import { readObjectHeaders, writeObjectHeaders } from './object-headers.ts'
import { checkWrite, isUnchanged, readRange } from './preconditions.ts'
import { S3Error } from './s3-error.ts'
import { decodePath } from './signature.ts'
import { elements, textOf, type Xml } from './xml.ts'

const longestKey = 1024
const mostDeletions = 1000

function requireObject({ catalogue, bucket, key }: Pick<S3Call, 'catalogue' | 'bucket' | 'key'>): ObjectRecord {
  const record = catalogue.getObject(bucket, key)
  if (!record) throw new S3Error('NoSuchKey', 'The specified key does not exist.')
  return record
}

/** Puts a record in the place of what was there, whose bytes go. */
export function replaceObject({ catalogue, blobs, bucket }: Pick<S3Call, 'catalogue' | 'blobs' | 'bucket'>, record: ObjectRecord): void {
  const before = catalogue.getObject(bucket, record.key)
  catalogue.putObject(bucket, record)
  if (before) blobs.drop(before.blobs)
}

export async function putObject(call: S3Call): Promise<void> {
  const { request, response, catalogue, bucket, key } = call
  if (Buffer.byteLength(key) > longestKey) throw new S3Error('KeyTooLongError', 'Your key is too long.')
  const described = readObjectHeaders(request)
  checkWrite(request, catalogue.getObject(bucket, key))
  const { blob, etag, checksum } = await storeBody(call)
  try {
    // Once more: somebody may have written while the bytes came.
    checkWrite(request, catalogue.getObject(bucket, key))
    replaceObject(call, { ...described, key, blobs: [blob], size: blob.size, etag, checksum, modifiedAt: new Date() })
  } catch (error) {
    call.blobs.drop([blob])
    throw error
  }
  sendNothing(response, 200, { etag: `"${etag}"`, ...checksum })
}

export async function getObject(call: S3Call): Promise<void> {
  const { request, response, query, blobs } = call
  const record = requireObject(call)
  const headers = writeObjectHeaders(record, query)
  if (isUnchanged(request, record)) {
    response.writeHead(304, headers)
    response.end()
    return
  }
  const range = readRange(headerOf(request, 'range'), record.size)
  const stretch = range ?? { first: 0, last: record.size - 1 }
  if (range) headers['content-range'] = `bytes ${range.first}-${range.last}/${record.size}`
  else if (headerOf(request, 'x-amz-checksum-mode')?.toUpperCase() === 'ENABLED') Object.assign(headers, record.checksum)
  headers['content-length'] = String(stretch.last - stretch.first + 1)
  response.writeHead(range ? 206 : 200, headers)
  if (request.method === 'HEAD') return void response.end()
  await pipeline(blobs.read(record.blobs, stretch), response)
}

export function deleteObject(call: S3Call): void {
  removeObject(call, call.key)
  sendNothing(call.response, 204)
}

function removeObject({ catalogue, blobs, bucket }: S3Call, key: string): void {
  const record = catalogue.getObject(bucket, key)
  if (!record) return
  catalogue.deleteObject(bucket, key)
  blobs.drop(record.blobs)
}

export async function deleteObjects(call: S3Call): Promise<void> {
  const xml = await readDocument(call)
  const keys = elements(xml, 'Object').map((object) => textOf(object, 'Key') ?? '')
  if (keys.length === 0 || keys.length > mostDeletions || keys.includes(''))
    throw new S3Error('MalformedXML', 'The document must name 1 to 1000 keys.')
  for (const key of keys) removeObject(call, key)
  const quiet = textOf(xml, 'Quiet') === 'true'
  sendXml(call.response, ['DeleteResult', quiet ? [] : keys.map((key): Xml => ['Deleted', [['Key', key]]])])
}

export async function copyObject(call: S3Call): Promise<void> {
  const { request, response, catalogue, blobs, key } = call
  const [sourceBucket = '', ...rest] = decodePath((headerOf(request, 'x-amz-copy-source') ?? '').split('?')[0] ?? '')
    .replace(/^\//, '')
    .split('/')
  const sourceKey = rest.join('/')
  const source = requireObject({ catalogue, bucket: sourceBucket, key: sourceKey })
  const replaces = headerOf(request, 'x-amz-metadata-directive')?.toUpperCase() === 'REPLACE'
  if (!replaces && sourceBucket === call.bucket && sourceKey === key)
    throw new S3Error('InvalidRequest', 'An object can be copied to itself only to change its metadata.')
  checkCopySource(request.headers, source)
  const described = replaces ? readObjectHeaders(request) : { headers: source.headers, metadata: source.metadata }
  const record = { ...source, ...described, key, blobs: await blobs.copy(source.blobs), modifiedAt: new Date() }
  replaceObject(call, record)
  sendXml(response, [
    'CopyObjectResult',
    [
      ['ETag', `"${record.etag}"`],
      ['LastModified', record.modifiedAt.toISOString()],
    ],
  ])
}

function checkCopySource(headers: S3Call['request']['headers'], source: ObjectRecord): void {
  const bare = (value: string | string[] | undefined) => (value === undefined ? null : String(value).replaceAll('"', ''))
  const [match, noneMatch] = [bare(headers['x-amz-copy-source-if-match']), bare(headers['x-amz-copy-source-if-none-match'])]
  if ((match !== null && match !== source.etag) || noneMatch === source.etag)
    throw new S3Error('PreconditionFailed', 'The source is not in the wanted state.')
}

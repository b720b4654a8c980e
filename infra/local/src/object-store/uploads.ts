import { createHash, randomUUID } from 'node:crypto'
import { readDocument, storeBody } from './body.ts'
import type { PartRecord, UploadRecord } from './catalogue.ts'
import { isChecksum } from './checksums.ts'
import { headerOf, type S3Call, sendNothing, sendXml } from './context.ts'
import { readObjectHeaders } from './object-headers.ts'
import { replaceObject } from './objects.ts'
import { checkWrite } from './preconditions.ts'
import { S3Error } from './s3-error.ts'
import { elements, textOf, type Xml } from './xml.ts'

const smallestPart = 5 * 1024 ** 2
const mostParts = 10_000

function requireUpload({ catalogue, query, bucket, key }: S3Call): UploadRecord {
  const upload = catalogue.getUpload(query.get('uploadId') ?? '', bucket, key)
  if (!upload) throw new S3Error('NoSuchUpload', 'The specified upload does not exist. It may have been aborted or completed.')
  return upload
}

export function createUpload(call: S3Call): void {
  const { request, response, catalogue, bucket, key } = call
  request.resume()
  const algorithm = headerOf(request, 'x-amz-checksum-algorithm')?.toUpperCase()
  const upload: UploadRecord = { ...readObjectHeaders(request), id: randomUUID(), bucket, key, createdAt: new Date(), algorithm }
  catalogue.createUpload(upload)
  sendXml(response, [
    'InitiateMultipartUploadResult',
    [
      ['Bucket', bucket],
      ['Key', key],
      ['UploadId', upload.id],
    ],
  ])
}

export async function uploadPart(call: S3Call): Promise<void> {
  const { query, response, catalogue, blobs } = call
  const number = Number(query.get('partNumber'))
  if (!Number.isInteger(number) || number < 1 || number > mostParts)
    throw new S3Error('InvalidArgument', `Part numbers go from 1 to ${mostParts}.`)
  requireKnownChecksum(call, requireUpload(call))
  const { blob, etag, checksum } = await storeBody(call)
  let replaced: PartRecord | undefined
  try {
    const upload = requireUpload(call)
    replaced = catalogue.listParts(upload.id).find((part) => part.number === number)
    catalogue.putPart(upload.id, { number, blob, etag, checksum, modifiedAt: new Date() })
  } catch (error) {
    blobs.drop([blob])
    throw error
  }
  if (replaced) blobs.drop([replaced.blob])
  sendNothing(response, 200, { etag: `"${etag}"`, ...checksum })
}

/** A part carries the checksum that was named when the upload began, and no other. Where none was named, any is checked. */
function requireKnownChecksum({ request }: S3Call, { algorithm }: UploadRecord): void {
  const given = Object.keys(request.headers).find((name) => isChecksum(name) && name !== 'content-md5')
  if (algorithm && given && given !== checksumHeader(algorithm))
    throw new S3Error('InvalidRequest', `Checksum Type mismatch occurred, expected checksum Type: ${algorithm}, actual: ${given}`)
}

const checksumHeader = (algorithm: string): string => `x-amz-checksum-${algorithm.toLowerCase()}`

/** Makes the object out of its parts without moving a byte: it keeps their blobs, one behind the other. */
export async function completeUpload(call: S3Call): Promise<void> {
  const { request, response, catalogue, blobs, bucket, key } = call
  requireUpload(call)
  const xml = await readDocument(call)
  const upload = requireUpload(call)
  const stored = catalogue.listParts(upload.id)
  const parts = elements(xml, 'Part').map((part) => chosenPart(part, stored, upload))
  if (parts.length === 0) throw new S3Error('MalformedXML', 'The document must name at least one part.')
  if (parts.some((part, index) => index > 0 && part.number <= (parts[index - 1]?.number ?? 0)))
    throw new S3Error('InvalidPartOrder', 'The parts must be in ascending order.')
  if (parts.slice(0, -1).some((part) => part.blob.size < smallestPart))
    throw new S3Error('EntityTooSmall', 'Every part but the last must have at least 5 MiB.')
  checkWrite(request, catalogue.getObject(bucket, key))

  const sums = parts.map((part) => Buffer.from(part.etag, 'hex'))
  const etag = `${createHash('md5').update(Buffer.concat(sums)).digest('hex')}-${parts.length}`
  const size = parts.reduce((sum, part) => sum + part.blob.size, 0)
  catalogue.together(() => {
    catalogue.deleteUpload(upload.id)
    replaceObject(call, {
      key,
      blobs: parts.map((part) => part.blob),
      size,
      etag,
      headers: upload.headers,
      metadata: upload.metadata,
      checksum: {},
      modifiedAt: new Date(),
    })
  })
  blobs.drop(stored.filter((part) => !parts.includes(part)).map((part) => part.blob))
  sendXml(response, [
    'CompleteMultipartUploadResult',
    [
      ['Bucket', bucket],
      ['Key', key],
      ['ETag', `"${etag}"`],
    ],
  ])
}

function chosenPart(xml: string, stored: PartRecord[], { algorithm }: UploadRecord): PartRecord {
  const number = Number(textOf(xml, 'PartNumber'))
  const etag = (textOf(xml, 'ETag') ?? '').replaceAll('"', '')
  const part = stored.find((candidate) => candidate.number === number)
  if (!part || part.etag !== etag) throw new S3Error('InvalidPart', `Part ${number} was not uploaded, or its ETag differs.`)
  const kept = algorithm && part.checksum?.[checksumHeader(algorithm)]
  const given = algorithm && textOf(xml, `Checksum${algorithm}`)
  if (kept && kept !== given)
    throw new S3Error('InvalidPart', `Part ${number} has the checksum ${kept}, the request said ${given ?? 'nothing'}.`)
  return part
}

export function abortUpload(call: S3Call): void {
  const upload = requireUpload(call)
  const parts = call.catalogue.listParts(upload.id)
  call.catalogue.deleteUpload(upload.id)
  call.blobs.drop(parts.map((part) => part.blob))
  sendNothing(call.response, 204)
}

export function listParts(call: S3Call): void {
  const upload = requireUpload(call)
  const limit = Math.min(Number(call.query.get('max-parts') ?? 1000) || 1000, 1000)
  const marker = Number(call.query.get('part-number-marker') ?? 0)
  const behind = call.catalogue.listParts(upload.id).filter((part) => part.number > marker)
  const page = behind.slice(0, limit)
  sendXml(call.response, [
    'ListPartsResult',
    [
      ['Bucket', upload.bucket],
      ['Key', upload.key],
      ['UploadId', upload.id],
      ['PartNumberMarker', marker],
      ['NextPartNumberMarker', page.at(-1)?.number ?? marker],
      ['MaxParts', limit],
      ['IsTruncated', behind.length > page.length],
      ...page.map(
        ({ number, etag, blob, checksum, modifiedAt }): Xml => [
          'Part',
          [
            ['PartNumber', number],
            ['ETag', `"${etag}"`],
            ['Size', blob.size],
            ['LastModified', modifiedAt.toISOString()],
            ...Object.entries(checksum ?? {}).map(
              ([name, sum]): Xml => [`Checksum${name.slice('x-amz-checksum-'.length).toUpperCase()}`, sum],
            ),
          ],
        ],
      ),
    ],
  ])
}

export function listUploads({ catalogue, query, response, bucket }: S3Call): void {
  const prefix = query.get('prefix') ?? ''
  const uploads = catalogue.listUploads(bucket, prefix)
  sendXml(response, [
    'ListMultipartUploadsResult',
    [
      ['Bucket', bucket],
      ['Prefix', prefix],
      ['IsTruncated', false],
      ...uploads.map(
        ({ id, key, createdAt }): Xml => [
          'Upload',
          [
            ['Key', key],
            ['UploadId', id],
            ['Initiated', createdAt.toISOString()],
          ],
        ],
      ),
    ],
  ])
}

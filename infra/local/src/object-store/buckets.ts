import { highest, type ObjectRecord } from './catalogue.ts'
import { type S3Call, sendNothing, sendXml } from './context.ts'
import { S3Error } from './s3-error.ts'
import type { Xml } from './xml.ts'

const mostKeys = 1000

export function listBuckets({ catalogue, response }: S3Call): void {
  const buckets = catalogue.listBuckets().map(
    ({ name, createdAt }): Xml => [
      'Bucket',
      [
        ['Name', name],
        ['CreationDate', createdAt.toISOString()],
      ],
    ],
  )
  sendXml(response, ['ListAllMyBucketsResult', [['Buckets', buckets]]])
}

export function createBucket({ catalogue, response, request, bucket }: S3Call): void {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.')
  request.resume()
  if (!catalogue.createBucket(bucket)) throw new S3Error('BucketAlreadyOwnedByYou', 'You have it already.')
  sendNothing(response, 200, { location: `/${bucket}` })
}

export function deleteBucket({ catalogue, response, bucket }: S3Call): void {
  const used = catalogue.listObjects(bucket, '', '', 1).length > 0 || catalogue.listUploads(bucket, '').length > 0
  if (used) throw new S3Error('BucketNotEmpty', 'The bucket you tried to delete is not empty.')
  catalogue.deleteBucket(bucket)
  sendNothing(response, 204)
}

interface Listing {
  objects: ObjectRecord[]
  prefixes: string[]
  /** Where a further page goes on: null on the last one. */
  next: string | null
}

/** A page of keys. Those that share what stands before the next delimiter count as one. */
function collect({ catalogue, bucket }: S3Call, prefix: string, delimiter: string, start: string, limit: number): Listing {
  const listing: Listing = { objects: [], prefixes: [], next: null }
  let after = start
  if (limit === 0) return listing
  while (listing.objects.length + listing.prefixes.length <= limit) {
    const room = limit - listing.objects.length - listing.prefixes.length
    const page = catalogue.listObjects(bucket, prefix, after, delimiter ? 200 : room + 1)
    const first = page[0]
    if (!first) return listing
    if (room === 0) {
      listing.next = after
      return listing
    }
    for (const record of page) {
      if (listing.objects.length + listing.prefixes.length === limit) break
      const cut = delimiter ? record.key.indexOf(delimiter, prefix.length) : -1
      if (cut < 0) {
        listing.objects.push(record)
        after = record.key
        continue
      }
      const shared = record.key.slice(0, cut + delimiter.length)
      listing.prefixes.push(shared)
      after = shared + highest
      break
    }
  }
  return listing
}

const token = {
  write: (after: string): string => Buffer.from(after).toString('base64url'),
  read: (text: string): string => Buffer.from(text, 'base64url').toString('utf8'),
}

export function listObjects(call: S3Call): void {
  const { query, response, bucket } = call
  if (query.get('list-type') !== '2') throw new S3Error('NotImplemented', 'Only version 2 of listing is supported (list-type=2).')
  const [prefix, delimiter, startAfter] = [query.get('prefix') ?? '', query.get('delimiter') ?? '', query.get('start-after') ?? '']
  const asked = Number(query.get('max-keys') ?? mostKeys)
  if (!Number.isInteger(asked) || asked < 0) throw new S3Error('InvalidArgument', 'max-keys must be a whole number.')
  const limit = Math.min(asked, mostKeys)
  const continuation = query.get('continuation-token')
  const { objects, prefixes, next } = collect(call, prefix, delimiter, continuation ? token.read(continuation) : startAfter, limit)
  const asUrl = query.get('encoding-type') === 'url'
  const name = (text: string): string => (asUrl ? encodeURIComponent(text).replaceAll('%2F', '/') : text)
  sendXml(response, [
    'ListBucketResult',
    [
      ['Name', bucket],
      ['Prefix', name(prefix)],
      delimiter ? ['Delimiter', name(delimiter)] : null,
      startAfter ? ['StartAfter', name(startAfter)] : null,
      asUrl ? ['EncodingType', 'url'] : null,
      ['MaxKeys', limit],
      ['KeyCount', objects.length + prefixes.length],
      ['IsTruncated', next !== null],
      continuation ? ['ContinuationToken', continuation] : null,
      next === null ? null : ['NextContinuationToken', token.write(next)],
      ...objects.map(
        ({ key, modifiedAt, etag, size }): Xml => [
          'Contents',
          [
            ['Key', name(key)],
            ['LastModified', modifiedAt.toISOString()],
            ['ETag', `"${etag}"`],
            ['Size', size],
            ['StorageClass', 'STANDARD'],
          ],
        ],
      ),
      ...prefixes.map((shared): Xml => ['CommonPrefixes', [['Prefix', name(shared)]]]),
    ],
  ])
}

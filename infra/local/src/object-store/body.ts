import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import type { Blob } from './blobs.ts'
import { isChecksum, summingFor } from './checksums.ts'
import { ChunkedDecoder } from './chunked.ts'
import { headerOf, type S3Call } from './context.ts'
import { S3Error } from './s3-error.ts'

const largestBody = 5 * 1024 ** 3
const largestDocument = 2 * 1024 ** 2

export interface StoredBody {
  blob: Blob
  /** MD5 in hex. */
  etag: string
  checksum: Record<string, string>
}

/** Streams the body to disk and believes it only when its length, hash and checksums are what the request said. */
export async function storeBody({ request, proof, blobs }: S3Call): Promise<StoredBody> {
  const reader = readBody(request, proof)
  const md5 = createHash('md5')
  const counting = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      md5.update(bytes)
      done(null, bytes)
    },
  })
  let checked = { size: 0, checksum: {} as Record<string, string> }
  const id = await blobs.write([...reader.streams, counting], () => {
    checked = reader.check()
  })
  return { blob: { id, size: checked.size }, etag: md5.digest('hex'), checksum: checked.checksum }
}

/** A small body as text, checked alike. */
export async function readDocument({ request, proof }: S3Call): Promise<string> {
  const reader = readBody(request, proof)
  const [first, ...others] = reader.streams
  const last = others.reduce(
    (stream, next) => stream.on('error', (error) => (next as Transform).destroy(error)).pipe(next as Transform),
    first as NodeJS.ReadableStream,
  )
  const parts: Buffer[] = []
  let size = 0
  for await (const part of last) {
    size += part.length
    if (size > largestDocument) throw new S3Error('EntityTooLarge', 'The document is too large.')
    parts.push(part as Buffer)
  }
  reader.check()
  return Buffer.concat(parts).toString('utf8')
}

function readBody(request: IncomingMessage, proof: S3Call['proof']) {
  const chunked = proof.payload.startsWith('STREAMING-')
  const expected = expectedSize(request, chunked)
  const decoder = chunked ? new ChunkedDecoder(proof) : null
  const announced = (headerOf(request, 'x-amz-trailer') ?? '').split(',').map((name) => name.trim().toLowerCase())
  const names = [...Object.keys(request.headers), ...announced].filter(isChecksum)
  const sums = names.map((name) => ({ name, sum: summingFor(name) }))
  const sha256 = /^[0-9a-f]{64}$/.test(proof.payload) ? createHash('sha256') : null
  let size = 0
  const summing = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      size += bytes.length
      for (const { sum } of sums) sum.update(bytes)
      sha256?.update(bytes)
      done(size > largestBody ? new S3Error('EntityTooLarge', 'One upload takes at most 5 GiB; use a multipart upload.') : null, bytes)
    },
  })
  const check = (): { size: number; checksum: Record<string, string> } => {
    if (size !== expected) throw new S3Error('IncompleteBody', `${size} bytes came, ${expected} were announced.`)
    if (sha256 && sha256.digest('hex') !== proof.payload)
      throw new S3Error('XAmzContentSHA256Mismatch', 'The body does not match x-amz-content-sha256.')
    const checksum: Record<string, string> = {}
    for (const { name, sum } of sums) {
      const given = headerOf(request, name) ?? decoder?.trailers.get(name)
      const found = sum.digest()
      if (given !== found) throw new S3Error('BadDigest', `${name} is ${found}, the request said ${given ?? 'nothing'}.`)
      if (name !== 'content-md5') checksum[name] = found
    }
    return { size, checksum }
  }
  return { streams: decoder ? [request, decoder, summing] : [request, summing], check }
}

function expectedSize(request: IncomingMessage, chunked: boolean): number {
  const given = headerOf(request, chunked ? 'x-amz-decoded-content-length' : 'content-length')
  const size = Number(given)
  if (given === null || !Number.isSafeInteger(size) || size < 0)
    throw new S3Error('MissingContentLength', 'The length of the body must be given.')
  if (size > largestBody) throw new S3Error('EntityTooLarge', 'One upload takes at most 5 GiB; use a multipart upload.')
  return size
}

import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ObjectStore, startObjectStore } from './index.ts'

const credentials = { accessKeyId: 'test-key', secretAccessKey: 'test-secret', region: 'us-east-1' }
const Bucket = 'media'
const mebibyte = 1024 ** 2

let folder: string
let store: ObjectStore
let now = new Date()
let s3: S3Client

const client = (more: Partial<S3ClientConfig> = {}): S3Client =>
  new S3Client({ endpoint: store.endpoint, region: credentials.region, credentials, forcePathStyle: true, maxAttempts: 1, ...more })
const start = () => startObjectStore({ folder, port: 0, credentials, buckets: [Bucket], now: () => now })
const textAt = async (Key: string, more = {}): Promise<string> =>
  (await (await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString()) ?? ''
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing refused',
    (error: Error) => error.name,
  )
const errorCode = async (response: Response): Promise<string> => /<Code>(\w+)/.exec(await response.text())?.[1] ?? String(response.status)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'object-store-'))
  store = await start()
  s3 = client()
})
afterAll(async () => {
  await store.stop()
  await rm(folder, { recursive: true })
})

describe('objects', () => {
  it('keeps bytes, type and metadata, and tells them by ETag', async () => {
    const put = await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'a/cover.webp',
        Body: 'picture',
        ContentType: 'image/webp',
        CacheControl: 'max-age=60',
        Metadata: { focal: '0.5,0.2' },
      }),
    )
    expect(put.ETag).toBe(`"${createHash('md5').update('picture').digest('hex')}"`)
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a/cover.webp' }))
    expect(head).toMatchObject({
      ContentLength: 7,
      ContentType: 'image/webp',
      CacheControl: 'max-age=60',
      Metadata: { focal: '0.5,0.2' },
      ETag: put.ETag,
    })
    expect(await textAt('a/cover.webp')).toBe('picture')
  })

  it('survives a restart, and forgets the bytes nothing refers to', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'one' }))
    await s3.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'two' }))
    await store.stop()
    store = await start()
    s3 = client()
    expect(await textAt('kept')).toBe('two')
    const shelves = await readdir(join(folder, 'blobs'))
    const blobs = (await Promise.all(shelves.map((shelf) => readdir(join(folder, 'blobs', shelf))))).flat()
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket }))
    expect(blobs).toHaveLength(KeyCount ?? -1)
  })

  it('takes a stream in signed or checksummed chunks', async () => {
    const bytes = randomBytes(3 * mebibyte + 17)
    const Body = Readable.from([bytes.subarray(0, 100), bytes.subarray(100, mebibyte), bytes.subarray(mebibyte)])
    await s3.send(new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: bytes.length }))
    const found = await (await s3.send(new GetObjectCommand({ Bucket, Key: 'stream' }))).Body?.transformToByteArray()
    expect(Buffer.from(found ?? []).equals(bytes)).toBe(true)
  })

  it.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)('verifies and gives back %s', async (ChecksumAlgorithm) => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'summed', Body: 'what was sent', ChecksumAlgorithm }))
    const found = await s3.send(new GetObjectCommand({ Bucket, Key: 'summed', ChecksumMode: 'ENABLED' }))
    expect(found[`Checksum${ChecksumAlgorithm}`]).toBeTruthy()
    expect(await found.Body?.transformToString()).toBe('what was sent')
    const wrong = { ChecksumAlgorithm, [`Checksum${ChecksumAlgorithm}`]: Buffer.alloc(4).toString('base64') }
    expect(await refusal(s3.send(new PutObjectCommand({ Bucket, Key: 'wrong', Body: 'what was sent', ...wrong })))).toBe('BadDigest')
    expect(await refusal(s3.send(new HeadObjectCommand({ Bucket, Key: 'wrong' })))).toBe('NotFound')
  })

  it('serves ranges', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'range', Body: '0123456789' }))
    expect(await textAt('range', { Range: 'bytes=2-4' })).toBe('234')
    expect(await textAt('range', { Range: 'bytes=7-' })).toBe('789')
    expect(await textAt('range', { Range: 'bytes=-2' })).toBe('89')
    expect(await textAt('range', { Range: 'bytes=8-99' })).toBe('89')
    const part = await s3.send(new GetObjectCommand({ Bucket, Key: 'range', Range: 'bytes=2-4' }))
    expect([part.$metadata.httpStatusCode, part.ContentRange]).toEqual([206, 'bytes 2-4/10'])
    expect(await refusal(textAt('range', { Range: 'bytes=10-' }))).toBe('InvalidRange')
  })

  it('honours preconditions for readers and writers', async () => {
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'first', IfNoneMatch: '*' }))
    expect(await refusal(s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'second', IfNoneMatch: '*' })))).toBe(
      'PreconditionFailed',
    )
    expect(await refusal(textAt('once', { IfNoneMatch: ETag }))).toMatch(/NotModified|Unknown/)
    expect(await refusal(textAt('once', { IfMatch: '"other"' }))).toBe('PreconditionFailed')
    expect(await textAt('once', { IfMatch: ETag })).toBe('first')
  })

  it('copies, with or without new metadata', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'from é+1', Body: 'same', ContentType: 'text/plain', Metadata: { a: '1' } }))
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/${encodeURIComponent('from é+1')}` }))
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'from é+1' }))
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'to' }))).toMatchObject({ ContentType: 'text/plain', Metadata: { a: '1' } })
    await s3.send(
      new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/to`, MetadataDirective: 'REPLACE', ContentType: 'text/html' }),
    )
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'to' }))).toMatchObject({ ContentType: 'text/html', Metadata: {} })
    expect(await textAt('to')).toBe('same')
  })

  it('never lets a key become a path', async () => {
    const keys = ['../../escape', '/etc/passwd', 'a//b', 'a/./b', 'a/../b', '..', '\\..\\x', 'nul\u0001', '%2e%2e/x', 'a', 'a/']
    for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
    for (const Key of keys) expect(await textAt(Key)).toBe(Key)
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['blobs', 'catalogue.sqlite', 'drafts']))
    expect((await readdir(join(folder, '..'))).includes('escape')).toBe(false)
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }))
  })
})

describe('lists', () => {
  it('pages through keys in the order of their bytes, folding what shares a delimiter', async () => {
    const keys = ['t/1/a', 't/1/b', 't/1-x', 't/2/a & <b>', 't/é', 't/z', 'u/1']
    for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
    const seen: string[] = []
    let ContinuationToken: string | undefined
    do {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 't/', Delimiter: '/', MaxKeys: 2, ContinuationToken }))
      expect((page.KeyCount ?? 9) <= 2).toBe(true)
      seen.push(...(page.Contents ?? []).map(({ Key = '' }) => Key), ...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix))
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken)
    expect(seen.sort()).toEqual(['t/1-x', 't/1/', 't/2/', 't/z', 't/é'])
    const all = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 't/' }))
    expect(all.Contents?.map(({ Key }) => Key)).toEqual(['t/1-x', 't/1/a', 't/1/b', 't/2/a & <b>', 't/z', 't/é'])
    const after = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 't/', StartAfter: 't/2/a & <b>' }))
    expect(after.Contents?.map(({ Key }) => Key)).toEqual(['t/z', 't/é'])
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true } }))
    expect((await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 't/' }))).KeyCount).toBe(0)
  })

  it('makes, names and removes buckets', async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'second' }))
    expect((await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual(['media', 'second'])
    await s3.send(new PutObjectCommand({ Bucket: 'second', Key: 'x', Body: 'x' }))
    expect(await refusal(s3.send(new DeleteBucketCommand({ Bucket: 'second' })))).toBe('BucketNotEmpty')
    await s3.send(new DeleteObjectCommand({ Bucket: 'second', Key: 'x' }))
    await s3.send(new DeleteBucketCommand({ Bucket: 'second' }))
    expect(await refusal(s3.send(new HeadBucketCommand({ Bucket: 'second' })))).toBe('NotFound')
    expect(await refusal(s3.send(new PutObjectCommand({ Bucket: 'second', Key: 'x', Body: 'x' })))).toBe('NoSuchBucket')
  })
})

describe('multipart uploads', () => {
  const begin = async (Key: string): Promise<{ Bucket: string; Key: string; UploadId: string }> => {
    const { UploadId = '' } = await s3.send(
      new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'audio/flac', Metadata: { from: 'booth' } }),
    )
    return { Bucket, Key, UploadId }
  }

  it('puts parts together, in order, and reads across them', async () => {
    const upload = await begin('mix.flac')
    const bytes = [randomBytes(5 * mebibyte), randomBytes(5 * mebibyte + 3), randomBytes(11)]
    const Parts = []
    for (const [index, Body] of [...bytes.entries()].reverse()) {
      const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber: index + 1, Body }))
      Parts.unshift({ ETag, PartNumber: index + 1 })
    }
    const listed = await s3.send(new ListPartsCommand({ ...upload, MaxParts: 2 }))
    expect([listed.Parts?.map(({ Size }) => Size), listed.IsTruncated, listed.NextPartNumberMarker]).toEqual([
      [5 * mebibyte, 5 * mebibyte + 3],
      true,
      '2',
    ])
    const done = await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }))
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-3"$/)
    const whole = Buffer.concat(bytes)
    const found = await s3.send(new GetObjectCommand({ Bucket, Key: 'mix.flac' }))
    expect(found).toMatchObject({ ContentType: 'audio/flac', Metadata: { from: 'booth' }, ContentLength: whole.length })
    expect(Buffer.from((await found.Body?.transformToByteArray()) ?? []).equals(whole)).toBe(true)
    const seam = await s3.send(new GetObjectCommand({ Bucket, Key: 'mix.flac', Range: `bytes=${5 * mebibyte - 2}-${5 * mebibyte + 1}` }))
    expect(Buffer.from((await seam.Body?.transformToByteArray()) ?? [])).toEqual(whole.subarray(5 * mebibyte - 2, 5 * mebibyte + 2))
    expect(await refusal(s3.send(new ListPartsCommand(upload)))).toBe('NoSuchUpload')
  })

  it('holds every part to the checksum that was named at the beginning', async () => {
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'summed.wav', ChecksumAlgorithm: 'SHA256' }))
    const upload = { Bucket, Key: 'summed.wav', UploadId }
    const Body = Buffer.from('all of it')
    const ChecksumSHA256 = createHash('sha256').update(Body).digest('base64')
    const other = createHash('sha256').update('something else').digest('base64')
    const part = { ...upload, PartNumber: 1, Body }
    expect(await refusal(s3.send(new UploadPartCommand({ ...part, ChecksumSHA256: other })))).toBe('BadDigest')
    expect(await refusal(s3.send(new UploadPartCommand({ ...part, ChecksumCRC32: 'AAAAAA==' })))).toBe('InvalidRequest')
    const { ETag } = await s3.send(new UploadPartCommand({ ...part, ChecksumSHA256 }))
    expect((await s3.send(new ListPartsCommand(upload))).Parts?.map((each) => each.ChecksumSHA256)).toEqual([ChecksumSHA256])
    const complete = (more: object) =>
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: [{ ETag, PartNumber: 1, ...more }] } }))
    expect(await refusal(complete({ ChecksumSHA256: other }))).toBe('InvalidPart')
    await complete({ ChecksumSHA256 })
  })

  it('refuses parts that are wrong, too small or out of order, and can be given up', async () => {
    const upload = await begin('broken')
    const first = await s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'small' }))
    const second = await s3.send(new UploadPartCommand({ ...upload, PartNumber: 2, Body: 'end' }))
    const complete = (Parts: { ETag?: string; PartNumber: number }[]) =>
      refusal(s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } })))
    expect(await complete([{ ETag: '"0"', PartNumber: 1 }])).toBe('InvalidPart')
    expect(
      await complete([
        { ETag: second.ETag, PartNumber: 2 },
        { ETag: first.ETag, PartNumber: 1 },
      ]),
    ).toBe('InvalidPartOrder')
    expect(
      await complete([
        { ETag: first.ETag, PartNumber: 1 },
        { ETag: second.ETag, PartNumber: 2 },
      ]),
    ).toBe('EntityTooSmall')
    expect((await s3.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads?.map(({ Key }) => Key)).toEqual(['broken'])
    await s3.send(new AbortMultipartUploadCommand(upload))
    expect((await s3.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads ?? []).toEqual([])
    expect(await refusal(s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'late' })))).toBe('NoSuchUpload')
  })
})

describe('signatures', () => {
  it('refuses the unsigned, the unknown and the forged', async () => {
    expect(await errorCode(await fetch(`${store.endpoint}/${Bucket}/kept`))).toBe('AccessDenied')
    const stranger = client({ credentials: { accessKeyId: 'stranger', secretAccessKey: 'x' } })
    expect(await refusal(stranger.send(new ListBucketsCommand({})))).toBe('InvalidAccessKeyId')
    const forger = client({ credentials: { ...credentials, secretAccessKey: 'guess' } })
    expect(await refusal(forger.send(new ListBucketsCommand({})))).toBe('SignatureDoesNotMatch')
    expect(await refusal(client({ region: 'eu-west-1' }).send(new ListBucketsCommand({})))).toBe('AuthorizationHeaderMalformed')
    now = new Date(Date.now() + 16 * 60_000)
    expect(await refusal(s3.send(new ListBucketsCommand({})))).toBe('RequestTimeTooSkewed')
    now = new Date()
  })

  it('lets a browser upload and download by a signed address, for a while and for that alone', async () => {
    const presigner = client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
    const put = await getSignedUrl(presigner, new PutObjectCommand({ Bucket, Key: 'from a browser', ContentType: 'text/plain' }), {
      expiresIn: 60,
      signableHeaders: new Set(['content-type']),
    })
    const headers = { 'content-type': 'text/plain', origin: 'http://danny.localhost:3000' }
    const uploaded = await fetch(put, { method: 'PUT', body: 'hello', headers })
    expect([uploaded.status, uploaded.headers.get('access-control-allow-origin')]).toEqual([200, headers.origin])
    expect(uploaded.headers.get('access-control-expose-headers')).toContain('etag')
    expect(await errorCode(await fetch(put, { method: 'PUT', body: 'hello', headers: { ...headers, 'content-type': 'text/html' } }))).toBe(
      'SignatureDoesNotMatch',
    )
    expect(await errorCode(await fetch(put.replace('browser', 'thief'), { method: 'PUT', body: 'x', headers }))).toBe(
      'SignatureDoesNotMatch',
    )

    const get = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'from a browser', ResponseContentDisposition: 'attachment' }), {
      expiresIn: 60,
    })
    const downloaded = await fetch(get)
    expect([await downloaded.text(), downloaded.headers.get('content-disposition')]).toEqual(['hello', 'attachment'])
    expect(await errorCode(await fetch(get.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')))).toBe('SignatureDoesNotMatch')
    now = new Date(Date.now() + 61_000)
    expect(await errorCode(await fetch(get))).toBe('AccessDenied')
    now = new Date()
  })

  it('answers a browser that asks first', async () => {
    const asked = await fetch(`${store.endpoint}/${Bucket}/x`, {
      method: 'OPTIONS',
      headers: { origin: 'http://hathor.localhost:3000', 'access-control-request-headers': 'content-type' },
    })
    expect([asked.status, asked.headers.get('access-control-allow-headers'), asked.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'content-type',
      'GET, HEAD, PUT, POST, DELETE',
    ])
  })
})

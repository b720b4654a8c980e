import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createS3Store } from './s3-store.ts'

interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

const answers: Record<string, [number, Record<string, string>, string]> = {
  'GET /bucket/t/a/part.txt': [206, { 'content-range': 'bytes 2-4/10', 'content-type': 'text/plain', 'content-length': '3' }, '234'],
  'GET /bucket/t/a/none.txt': [404, { 'content-type': 'application/xml' }, '<Error><Code>NoSuchKey</Code><Message>no</Message></Error>'],
  'GET /bucket/t/a/down.txt': [403, { 'content-type': 'application/xml' }, '<Error><Code>AccessDenied</Code><Message>no</Message></Error>'],
  'HEAD /bucket/t/a/none.txt': [404, {}, ''],
  'HEAD /bucket': [200, {}, ''],
  'POST /bucket': [
    200,
    { 'content-type': 'application/xml' },
    '<DeleteResult><Error><Key>t/a/x</Key><Code>AccessDenied</Code></Error></DeleteResult>',
  ],
}

let seen: Seen[] = []
const server = createServer(async (request, response) => {
  const url = request.url ?? ''
  seen.push({ method: request.method ?? '', url, headers: request.headers, body: await text(request) })
  const [status, headers, body] = answers[`${request.method} ${url.split('?')[0]?.replace(/\/$/, '')}`] ?? [200, {}, '']
  response.writeHead(status, headers).end(body)
})

let store: ReturnType<typeof createS3Store>
beforeEach(async () => {
  seen = []
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  store = createS3Store({
    S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    S3_REGION: 'us-east-1',
    S3_BUCKET: 'bucket',
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret-secret',
    S3_FORCE_PATH_STYLE: true,
  })
})
afterEach(async () => {
  store.close()
  await new Promise((resolve) => server.close(resolve))
})

describe('the S3 adapter', () => {
  it('stores a stream with its type and length, unchunked', async () => {
    await store.put('t/a/x.txt', Readable.from(['abc']), { contentType: 'text/plain', bytes: 3, cacheControl: 'max-age=1' })
    expect(seen[0]).toMatchObject({ method: 'PUT', body: 'abc' })
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'text/plain', 'content-length': '3', 'cache-control': 'max-age=1' })
    await expect(store.put('t/a/x.txt', Readable.from(['abc']), { contentType: 'text/plain' })).rejects.toThrow('length')
  })

  it('tells a part from the whole, and nothing from a failure', async () => {
    const part = await store.get('t/a/part.txt', { first: 2, last: 4 })
    expect(seen[0]?.headers.range).toBe('bytes=2-4')
    expect(part?.info).toMatchObject({ bytes: 10, contentType: 'text/plain' })
    expect(part && (await text(part.body))).toBe('234')
    expect(await store.get('t/a/none.txt')).toBeNull()
    expect(await store.head('t/a/none.txt')).toBeNull()
    await expect(store.get('t/a/down.txt')).rejects.toThrow()
    await expect(store.delete(['t/a/x'])).rejects.toThrow('AccessDenied')
  })

  it('presigns an upload of one type and one length, without a checksum', async () => {
    const url = new URL(await store.presignPut('t/a/x.png', { expiresSeconds: 60, contentType: 'image/png', bytes: 12 }))
    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host')
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60')
    expect([...url.searchParams.keys()].filter((name) => name.includes('checksum'))).toEqual([])
  })

  it('names a download whatever its name holds', async () => {
    const url = new URL(await store.presignGet('t/a/x.png', { expiresSeconds: 60, downloadAs: 'Ñandú "1".png' }))
    expect(url.searchParams.get('response-content-disposition')).toBe("attachment; filename*=UTF-8''%C3%91and%C3%BA%20%221%22.png")
  })

  it('says whether the bucket answers', async () => {
    expect(await store.answers()).toBe(true)
    store.close()
    await new Promise((resolve) => server.close(resolve))
    expect(await store.answers()).toBe(false)
  })
})

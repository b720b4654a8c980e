import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ChunkedDecoder } from './chunked.ts'
import { checkSignature, hmac, type Proof } from './signature.ts'

// The keys, requests and signatures of the examples in the Amazon S3 API Reference ("Authenticating Requests").
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const now = new Date('2013-05-24T00:00:00Z')
const scope = '20130524/us-east-1/s3/aws4_request'
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const host = 'examplebucket.s3.amazonaws.com'

const request = (url: string, headers: Record<string, string>) =>
  ({ method: 'GET', url, headers: { host, ...headers } }) as unknown as IncomingMessage
const authorization = (signedHeaders: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope},SignedHeaders=${signedHeaders},Signature=${signature}`
const code = (work: () => unknown): string => {
  try {
    work()
    return 'accepted'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a signed header', () => {
  const range = 'host;range;x-amz-content-sha256;x-amz-date'
  const headers = { range: 'bytes=0-9', 'x-amz-content-sha256': emptyHash, 'x-amz-date': '20130524T000000Z' }
  const signature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
  const check = (more: Record<string, string>, at = now) =>
    code(() =>
      checkSignature(
        request('/test.txt', { ...headers, authorization: authorization(range, signature), ...more }),
        new URLSearchParams(),
        credentials,
        at,
      ),
    )

  it('is accepted as the reference signs it', () => expect(check({})).toBe('accepted'))
  it('is refused when anything signed has changed', () => expect(check({ range: 'bytes=0-99' })).toBe('SignatureDoesNotMatch'))
  it('is refused beside an unsigned header that matters', () =>
    expect(check({ 'x-amz-copy-source': '/other/secret' })).toBe('AccessDenied'))
  it('is refused a quarter of an hour off', () => expect(check({}, new Date(now.getTime() + 15 * 60_000 + 1))).toBe('RequestTimeTooSkewed'))
  it('sorts and decodes the query', () => {
    const list = { 'x-amz-content-sha256': emptyHash, 'x-amz-date': '20130524T000000Z' }
    const signed = authorization('host;x-amz-content-sha256;x-amz-date', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7')
    const listing = request('/?prefix=J&max-keys=2', { ...list, authorization: signed })
    expect(code(() => checkSignature(listing, new URLSearchParams('prefix=J&max-keys=2'), credentials, now))).toBe('accepted')
  })
})

describe('a signed address', () => {
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
    'X-Amz-Date': '20130524T000000Z',
    'X-Amz-Expires': '86400',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  })
  const check = (at: Date) => code(() => checkSignature(request('/test.txt', {}), query, credentials, at))

  it('is accepted as the reference signs it', () => expect(check(now)).toBe('accepted'))
  it('holds until it expires', () => expect(check(new Date(now.getTime() + 86_400_000))).toBe('accepted'))
  it('is refused afterwards', () => expect(check(new Date(now.getTime() + 86_400_001))).toBe('AccessDenied'))
  it('is refused from a clock far ahead', () => expect(check(new Date(now.getTime() - 16 * 60_000))).toBe('AccessDenied'))
})

describe('a body signed chunk by chunk', () => {
  const proof: Proof = {
    payload: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    signature: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
    amzDate: '20130524T000000Z',
    scope,
    key: ['20130524', 'us-east-1', 's3', 'aws4_request'].reduce<Buffer>(
      (key, part) => hmac(key, part),
      Buffer.from(`AWS4${credentials.secretAccessKey}`),
    ),
  }
  const chunk = (size: number, signature: string) => `${size.toString(16)};chunk-signature=${signature}\r\n${'a'.repeat(size)}\r\n`
  const body = [
    chunk(65_536, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648'),
    chunk(1024, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'),
    chunk(0, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9'),
  ].join('')
  const decode = (framed: string, cut: number) => {
    const decoder = new ChunkedDecoder(proof)
    const pieces = framed.match(new RegExp(`[\\s\\S]{1,${cut}}`, 'g')) ?? []
    Readable.from(pieces.map((piece) => Buffer.from(piece))).pipe(decoder)
    return text(decoder)
  }

  it.each([1, 7, 1000, 100_000])('comes out whole when it arrives in pieces of %i', async (cut) => {
    expect(await decode(body, cut)).toBe('a'.repeat(66_560))
  })
  it('is refused when a byte differs', () =>
    expect(decode(body.replace('aaa\r\n400', 'aab\r\n400'), 1000)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' }))
  it('is refused when its end is missing', () =>
    expect(decode(body.slice(0, 66_000), 1000)).rejects.toMatchObject({ code: 'IncompleteBody' }))
})

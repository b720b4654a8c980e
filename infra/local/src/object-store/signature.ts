import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { S3Error } from './s3-error.ts'

export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  region: string
}

/** What a checked request proved, as far as its body still needs it. */
export interface Proof {
  /** `UNSIGNED-PAYLOAD`, `STREAMING-…`, or the body's SHA-256. */
  payload: string
  signature: string
  amzDate: string
  scope: string
  key: Buffer
}

interface Claim {
  credential: string
  signedHeaders: string[]
  signature: string
  amzDate: string
  payload: string
  query: URLSearchParams
}

const algorithm = 'AWS4-HMAC-SHA256'
const skewMs = 15 * 60_000
const longestExpirySeconds = 7 * 24 * 60 * 60

export const sha256Hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
export const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/**
 * Checks Signature Version 4 of a request, in its header or its address, with its clock and expiry.
 * Source: "Authenticating Requests (AWS Signature Version 4)", Amazon S3 API Reference.
 */
export function checkSignature(request: IncomingMessage, query: URLSearchParams, credentials: Credentials, now: Date): Proof {
  const claim = query.has('X-Amz-Signature') ? readAddress(request, query, now) : readHeader(request, query, now)
  const [accessKeyId, date, region, service, terminator] = claim.credential.split('/')
  if (accessKeyId !== credentials.accessKeyId) throw new S3Error('InvalidAccessKeyId', 'The access key is not known here.')
  if (region !== credentials.region || service !== 's3' || terminator !== 'aws4_request' || date !== claim.amzDate.slice(0, 8))
    throw new S3Error('AuthorizationHeaderMalformed', `The credential's scope must be <date>/${credentials.region}/s3/aws4_request.`)
  requireSigned(request, claim.signedHeaders)
  const scope = `${date}/${region}/${service}/${terminator}`
  const key = hmac(hmac(hmac(hmac(`AWS4${credentials.secretAccessKey}`, date), region), service), terminator)
  const wanted = hmac(key, [algorithm, claim.amzDate, scope, sha256Hex(canonicalRequest(request, claim))].join('\n')).toString('hex')
  if (!sameText(wanted, claim.signature))
    throw new S3Error('SignatureDoesNotMatch', 'The signature does not match. Check the secret key and the signing method.')
  return { payload: claim.payload, signature: claim.signature, amzDate: claim.amzDate, scope, key }
}

export function sameText(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function readHeader(request: IncomingMessage, query: URLSearchParams, now: Date): Claim {
  const header = request.headers.authorization
  if (!header) throw new S3Error('AccessDenied', 'Access Denied')
  if (!header.startsWith(`${algorithm} `)) throw new S3Error('InvalidRequest', `Only ${algorithm} is understood.`)
  const fields = new Map(
    header
      .slice(algorithm.length)
      .split(',')
      .map((part): [string, string] => {
        const [name = '', ...value] = part.trim().split('=')
        return [name, value.join('=')]
      }),
  )
  const amzDate = single(request, 'x-amz-date')
  const payload = single(request, 'x-amz-content-sha256')
  if (!payload) throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256')
  if (Math.abs(parseDate(amzDate) - now.getTime()) > skewMs)
    throw new S3Error('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.')
  const claim = { credential: fields.get('Credential'), signature: fields.get('Signature'), signedHeaders: fields.get('SignedHeaders') }
  if (!claim.credential || !claim.signature || !claim.signedHeaders)
    throw new S3Error('AuthorizationHeaderMalformed', 'The authorization header is malformed.')
  return {
    credential: claim.credential,
    signature: claim.signature,
    signedHeaders: claim.signedHeaders.split(';'),
    amzDate,
    payload,
    query,
  }
}

function readAddress(request: IncomingMessage, given: URLSearchParams, now: Date): Claim {
  const query = new URLSearchParams(given)
  const field = (name: string): string => query.get(`X-Amz-${name}`) ?? ''
  if (field('Algorithm') !== algorithm) throw new S3Error('InvalidRequest', `Only ${algorithm} is understood.`)
  const amzDate = field('Date')
  const expires = Number(field('Expires'))
  if (!Number.isInteger(expires) || expires < 1 || expires > longestExpirySeconds)
    throw new S3Error('InvalidArgument', `X-Amz-Expires must be between 1 and ${longestExpirySeconds} seconds.`)
  const signedAt = parseDate(amzDate)
  if (signedAt - now.getTime() > skewMs) throw new S3Error('AccessDenied', 'Request is not yet valid')
  if (now.getTime() > signedAt + expires * 1000) throw new S3Error('AccessDenied', 'Request has expired')
  const signature = field('Signature')
  query.delete('X-Amz-Signature')
  const payload = query.get('X-Amz-Content-Sha256') ?? (single(request, 'x-amz-content-sha256') || 'UNSIGNED-PAYLOAD')
  return { credential: field('Credential'), signature, signedHeaders: field('SignedHeaders').split(';'), amzDate, payload, query }
}

/** A header that changes what a request means must be one that was signed. */
function requireSigned(request: IncomingMessage, signedHeaders: string[]): void {
  if (!signedHeaders.includes('host')) throw new S3Error('AccessDenied', 'The host header must be signed.')
  const loose = Object.keys(request.headers).filter(
    (name) => name.startsWith('x-amz-') && name !== 'x-amz-content-sha256' && !signedHeaders.includes(name),
  )
  if (loose.length > 0)
    throw new S3Error('AccessDenied', `There were headers present in the request which were not signed: ${loose.join(', ')}`)
}

function canonicalRequest(request: IncomingMessage, claim: Claim): string {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const query = [...claim.query]
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const headers = claim.signedHeaders.map((name) => `${name}:${single(request, name).trim().replace(/ +/g, ' ')}\n`).join('')
  const encodedPath = decodePath(path).split('/').map(encode).join('/')
  return [request.method, encodedPath, query, headers, claim.signedHeaders.join(';'), claim.payload].join('\n')
}

/** The path as its sender meant it; one that can't be decoded has no meaning. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new S3Error('InvalidArgument', 'The path is not valid percent-encoded UTF-8.')
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

function single(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}

function parseDate(amzDate: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate)
  if (!match) throw new S3Error('AccessDenied', 'A date of the form 20260131T235959Z is required.')
  const [, year, month, day, hour, minute, second] = match.map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
}

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { HeaderPair } from '../headers/index.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** A rendered answer, whole. */
export interface Snapshot {
  status: number
  headers: HeaderPair[]
  body: Buffer
}

interface Variant {
  body: Buffer
  /** As writeHead takes them quickest: name, value, name, value. */
  head: string[]
}

/** A page as it leaves: compressed once, its headers ready. */
export interface StoredPage {
  revision: number
  storedAt: number
  /** From then on the page says something that has passed: it is made anew before anybody sees it. Null: never. */
  turnsAt: number | null
  etag: string
  variants: Record<Encoding, Variant>
  notModified: string[]
  bytes: number
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
/** Below this, compression costs more than it saves. */
const worthCompressing = 1_000

/** Browsers and shared caches ask each time whether the page is still the same: a change by the DJ shows at once, an unchanged page is a 304. */
const cacheControl = 'public, max-age=0, must-revalidate'
const vary = 'Accept-Encoding, Accept-Language, Cookie'
/** Not in a 304: they describe a body. */
const ofBody = new Set(['content-type', 'content-length', 'content-encoding'])

export async function storePage(snapshot: Snapshot, revision: number, now: number, turnsAt: Date | null = null): Promise<StoredPage> {
  const { body } = snapshot
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const common: HeaderPair[] = [...snapshot.headers, ['cache-control', cacheControl], ['vary', vary], ['etag', etag]]
  const [br, gz] =
    body.length < worthCompressing
      ? [body, body]
      : await Promise.all([
          compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
          compressGzip(body, { level: 7 }),
        ])
  const variant = (encoded: Buffer, encoding: Encoding): Variant => {
    const own: HeaderPair[] = [...common, ['content-length', String(encoded.length)]]
    if (encoding !== 'identity' && encoded !== body) own.push(['content-encoding', encoding])
    return { body: encoded, head: own.flat() }
  }
  return {
    revision,
    storedAt: now,
    turnsAt: turnsAt?.getTime() ?? null,
    etag,
    variants: { br: variant(br, 'br'), gzip: variant(gz, 'gzip'), identity: variant(body, 'identity') },
    notModified: common.filter(([name]) => !ofBody.has(name.toLowerCase())).flat(),
    bytes: body.length + (br === body ? 0 : br.length + gz.length) + 2_000,
  }
}

/** The best encoding that both sides speak. A quality of zero is a refusal; other qualities are a matter of taste, and ours is smaller. */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity'
  if (!acceptEncoding.includes('q=0')) {
    if (acceptEncoding.includes('br')) return 'br'
    return acceptEncoding.includes('gzip') ? 'gzip' : 'identity'
  }
  const allowed = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((piece) => piece.trim()))
    .filter(([, quality]) => !quality || !/^q=0(?:\.0*)?$/.test(quality))
    .map(([name]) => name)
  return allowed.includes('br') ? 'br' : allowed.includes('gzip') ? 'gzip' : 'identity'
}

/** Whether a visitor's If-None-Match names this page: weakly compared, as RFC 9110 (13.1.2) asks. */
export function isKnownTo(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')
  const wanted = opaque(etag)
  return ifNoneMatch.split(',').some((one) => opaque(one) === wanted)
}

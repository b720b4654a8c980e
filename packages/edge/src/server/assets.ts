import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { HeaderPair } from '../headers/index.ts'
import { encodingFor } from '../pages/index.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = new Set(['.js', '.mjs', '.css', '.json', '.svg', '.txt'])

interface Asset {
  file: string
  head: string[]
  loaded?: Record<'br' | 'gzip' | 'identity', Buffer>
  compressible: boolean
}

/**
 * The app's own files, whose names hold their hashes: sent as they are for a year, compressed as well as can be, once each.
 * Only what lies in the folder at the start exists, so no path can lead out of it.
 */
export function createAssets(
  folder: string,
  security: readonly HeaderPair[],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const assets = new Map<string, Asset>()
  for (const file of files(folder)) {
    const extension = extname(file)
    const type = types[extension]
    if (!type) continue
    const address = `/${relative(folder, file).split(sep).join('/')}`
    const forever = address.startsWith('/assets/')
    const head = [
      ...security.flat(),
      'content-type',
      type,
      'cache-control',
      forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    ]
    // Fonts and scripts are asked for with CORS by preloads and modules of the same origin.
    assets.set(address, { file, head: [...head, 'vary', 'Accept-Encoding'], compressible: compressible.has(extension) })
  }
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const asset = assets.get(request.url?.split('?')[0] ?? '')
    if (!asset) return false
    asset.loaded ??= load(asset)
    const encoding = asset.compressible ? encodingFor(request.headers['accept-encoding']) : 'identity'
    const body = asset.loaded[encoding]
    const more = encoding === 'identity' ? [] : ['content-encoding', encoding]
    response.writeHead(200, [...asset.head, 'content-length', String(body.length), ...more])
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}

/** What the build compressed lies beside the file; without it (a build of our own hands) it is done here, at the first request. */
function load(asset: Asset): Record<'br' | 'gzip' | 'identity', Buffer> {
  const identity = readFileSync(asset.file)
  if (!asset.compressible) return { br: identity, gzip: identity, identity }
  const beside = (ending: string, compress: () => Buffer): Buffer => {
    try {
      return readFileSync(`${asset.file}.${ending}`)
    } catch {
      return compress()
    }
  }
  return {
    identity,
    br: beside('br', () => brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
    gzip: beside('gz', () => gzipSync(identity, { level: 9 })),
  }
}

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.startsWith('.')) continue
    if (statSync(path).isDirectory()) yield* files(path)
    else yield path
  }
}

/** A short name for a text's content, for addresses that change with it. */
export const contentName = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12)

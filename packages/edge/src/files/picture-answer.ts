import type { DrawnPicture } from '@residency/domain/media'
import { LRUCache } from 'lru-cache'
import { isKnownTo } from '../pages/index.ts'

const mostBytes = 64 * 1024 * 1024
/** A picture that was taken down is gone from memory this much later. */
const keptMs = 10 * 60_000

const memory = new LRUCache<string, DrawnPicture>({
  maxSize: mostBytes,
  sizeCalculation: (picture) => picture.bytes.length + 200,
  ttl: keptMs,
})

/** A small picture from memory, else made and remembered. The key has one constructor: it needs the tenant. */
export async function rememberedPicture(tenantId: string, name: string, make: () => Promise<DrawnPicture>): Promise<DrawnPicture> {
  const key = `${tenantId}/${name}`
  const known = memory.get(key)
  if (known) return known
  const made = await make()
  memory.set(key, made)
  return made
}

/** A picture as an answer: 304 for whoever has it. `maxAgeSeconds` is how long nobody need ask again. */
export function pictureAnswer(request: Request, picture: DrawnPicture, maxAgeSeconds: number): Response {
  const immutable = maxAgeSeconds >= 30 * 24 * 3_600 ? ', immutable' : ''
  const headers = { ETag: picture.etag, 'Cache-Control': `public, max-age=${maxAgeSeconds}${immutable}` }
  if (isKnownTo(request.headers.get('if-none-match') ?? undefined, picture.etag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(picture.bytes), {
    headers: { ...headers, 'Content-Type': picture.contentType, 'Content-Length': String(picture.bytes.length) },
  })
}

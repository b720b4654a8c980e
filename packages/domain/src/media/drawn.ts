import { createHash } from 'node:crypto'
import { type TenantStorage, tenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../context/index.ts'

/** A picture on its way to a browser. `etag` names its bytes. */
export interface DrawnPicture {
  bytes: Buffer
  contentType: string
  etag: string
}

/** What is made from a picture is never larger than this. */
const mostBytes = 20 * 1024 * 1024

const making = new Map<string, Promise<DrawnPicture>>()

export const shortHash = (facts: unknown): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)

/**
 * A picture that is drawn once and kept in the object store under a key that names everything it was drawn from.
 * Drawn once a process, however many ask at the same time; a store that can't keep it is no reason not to show it.
 */
export async function drawnOnce(
  ctx: Pick<TenantContext, 'ref' | 'log'>,
  parts: string[],
  contentType: string,
  draw: (storage: TenantStorage) => Promise<Buffer>,
): Promise<DrawnPicture> {
  const storage = tenantStorage(ctx.ref.tenantId)
  const key = storage.key(...parts)
  const known = making.get(key)
  if (known) return known
  const work = (async () => {
    const kept = await storage.getBuffer(key, mostBytes).catch(() => null)
    if (kept) return picture(kept)
    const bytes = await draw(storage)
    await storage.put(key, bytes, { contentType }).catch((error) => ctx.log.warn({ err: error }, 'a drawn picture could not be kept'))
    return picture(bytes)
  })().finally(() => making.delete(key))
  making.set(key, work)
  return work

  function picture(bytes: Buffer): DrawnPicture {
    return { bytes, contentType, etag: `"${shortHash(parts)}"` }
  }
}

import { setImmediate as breathe } from 'node:timers/promises'
import { type TenantDb, withTenant } from '@residency/db'
import { fingerprintMatcher } from '@residency/integrations/media'
import type { TenantContext } from '../context/index.ts'

interface Newcomer {
  id: string
  objectKey: string
}

/** An older recording of the very same bytes. A trimmed version of the same original is no duplicate. */
export async function findByHash(db: TenantDb, { id, objectKey }: Newcomer, sha256: string): Promise<string | null> {
  const found = await db.recording.findFirst({
    where: { sha256, id: { lt: id }, objectKey: { not: objectKey } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return found?.id ?? null
}

/** An hour's fingerprint has a hundred kilobytes. */
const pageSize = 20

/**
 * A recording of the tenant's that is the same music in another encoding, rate or cut, the newest first; null when there is none. All that are
 * at most twice as long, or half, are looked at: a comparison takes milliseconds.
 */
export async function findByFingerprint(
  ctx: TenantContext,
  { id, objectKey, durationMs }: Newcomer & { durationMs: number | null },
  fingerprint: Uint8Array,
): Promise<string | null> {
  const similar = { gte: Math.floor((durationMs ?? 0) / 2), lte: (durationMs ?? 0) * 2 }
  const match = fingerprintMatcher(fingerprint)
  for (let before = id; ; ) {
    const page = await withTenant(ctx.ref, (db) =>
      db.recording.findMany({
        where: { id: { lt: before }, objectKey: { not: objectKey }, fingerprint: { not: null }, stage: 'ready', durationMs: similar },
        orderBy: { id: 'desc' },
        take: pageSize,
        select: { id: true, fingerprint: true },
      }),
    )
    for (const candidate of page) {
      // The worker has other jobs' locks to keep.
      await breathe()
      if (candidate.fingerprint && match(candidate.fingerprint).same) return candidate.id
    }
    const last = page.at(-1)
    if (page.length < pageSize || !last) return null
    before = last.id
  }
}

import type { TenantDb } from '@residency/db'
import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { readEntitlements } from '../tenants/index.ts'

/**
 * Bytes a tenant has in the object store, and those that uploads under way were promised: originals (each once, however many versions were
 * made of it), renditions, pictures.
 */
export async function storageUsed(db: TenantDb, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ used: bigint }[]>`
    select (
      (select coalesce(sum(bytes), 0) from (select distinct on (object_key) bytes from recording where original_deleted_at is null) o)
      + (select coalesce(sum(bytes), 0) from rendition)
      + (select coalesce(sum(bytes), 0) from media_item)
      + (select coalesce(sum(bytes), 0) from upload where state = 'open' and expires_at > ${now})
    )::bigint as used`
  return Number(row?.used ?? 0)
}

/** What is used of the storage and how much there may be, in bytes. Throws `unauthenticated`, `forbidden`. */
export async function getStorageUse(given: TenantContext): Promise<{ usedBytes: number; quotaBytes: number }> {
  const ctx = requirePermission(given, 'catalogue.edit')
  return withTenant(ctx.ref, async (db) => {
    const { storageBytes } = await readEntitlements(db)
    return { usedBytes: await storageUsed(db, ctx.now()), quotaBytes: storageBytes }
  })
}

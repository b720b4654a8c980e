import { withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../context/index.ts'

const atOnce = 100
const rememberedMs = 30 * 24 * 60 * 60_000

/**
 * Gives up what nobody went on with in time, so that the store keeps no parts of it, and forgets how old uploads ended.
 * Returns how many were given up. For the worker alone.
 */
export async function sweepUploads(ctx: TenantContext): Promise<number> {
  const now = ctx.now()
  const expired = await withTenant(ctx.ref, (db) =>
    db.upload.findMany({ where: { state: 'open', expiresAt: { lte: now } }, orderBy: { expiresAt: 'asc' }, take: atOnce }),
  )
  const storage = tenantStorage(ctx.tenant.id)
  for (const { id, objectKey, storageUploadId } of expired) {
    // The store first: a row that stays open is found again.
    if (storageUploadId !== '') await storage.abortMultipart(objectKey, storageUploadId)
    // Put together by a completion that never came back to say so; nothing points at it.
    await storage.delete(objectKey)
    await withTenant(ctx.ref, (db) => db.upload.updateMany({ where: { id, state: 'open' }, data: { state: 'aborted' } }))
  }
  await withTenant(ctx.ref, (db) =>
    db.upload.deleteMany({
      where: { state: { in: ['aborted', 'refused'] }, createdAt: { lt: new Date(now.getTime() - rememberedMs) } },
    }),
  )
  return expired.length
}

import { withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import type { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { conflict } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { requireOwnUpload, type uploadIdSchema } from './own-upload.ts'

/**
 * Gives an upload of one's own up; the store forgets its parts. Again changes nothing.
 * Throws `not_found` (also for another's), `conflict` (it is finished), `unauthenticated`, `forbidden`.
 */
export async function abortUpload(given: TenantContext, input: z.output<typeof uploadIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const row = await requireOwnUpload(ctx, input.uploadId)
  const { count } = await withTenant(ctx.ref, (db) =>
    db.upload.updateMany({ where: { id: row.id, state: 'open' }, data: { state: 'aborted' } }),
  )
  if (count === 0 && row.state === 'completed') throw conflict('upload.finished')
  const storage = tenantStorage(ctx.tenant.id)
  if (row.storageUploadId !== '') await storage.abortMultipart(row.objectKey, row.storageUploadId)
  // A completion that was under way may have put it together just before.
  await storage.delete(row.objectKey)
}

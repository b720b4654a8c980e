import type { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { requireOpen, requireOwnUpload, type uploadIdSchema } from './own-upload.ts'
import type { OpenUpload } from './start-upload.ts'
import { presentParts } from './store-parts.ts'

/** Which parts of an upload of one's own are in the store. Throws `not_found` (also for another's), `gone`, `unauthenticated`, `forbidden`. */
export async function listParts(given: TenantContext, input: z.output<typeof uploadIdSchema>): Promise<OpenUpload> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const found = requireOpen(ctx, await requireOwnUpload(ctx, input.uploadId))
  const { row, parts } = await presentParts(ctx, found)
  return { uploadId: row.id, partBytes: row.partBytes, parts }
}

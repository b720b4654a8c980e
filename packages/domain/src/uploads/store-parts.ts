import { withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import type { AccountContext } from '../context/index.ts'
import { audioContentType } from './audio-files.ts'
import { sizeOf, type UploadRow } from './own-upload.ts'
import { allParts, wholeParts } from './upload-parts.ts'

/** Begins the upload in the store and notes the store's id of it. Two who begin at once agree on the first. */
async function beginInStore(ctx: AccountContext, row: UploadRow): Promise<UploadRow> {
  const storage = tenantStorage(ctx.tenant.id)
  const contentType = audioContentType(row.filename) ?? 'application/octet-stream'
  const storageUploadId = await storage.createMultipart(row.objectKey, { contentType })
  const { count } = await withTenant(ctx.ref, (db) =>
    db.upload.updateMany({ where: { id: row.id, state: 'open', storageUploadId: row.storageUploadId }, data: { storageUploadId } }),
  )
  if (count > 0) return { ...row, storageUploadId }
  await storage.abortMultipart(row.objectKey, storageUploadId)
  return withTenant(ctx.ref, (db) => db.upload.findFirstOrThrow({ where: { id: row.id } }))
}

/** Numbers of the parts that need not be sent again. An upload that the store has lost is begun there anew. */
export async function presentParts(ctx: AccountContext, row: UploadRow): Promise<{ row: UploadRow; parts: number[] }> {
  if (row.storageUploadId === '') return { row: await beginInStore(ctx, row), parts: [] }
  const storage = tenantStorage(ctx.tenant.id)
  const stored = await storage.listParts(row.objectKey, row.storageUploadId)
  if (stored) return { row, parts: wholeParts(sizeOf(row), stored).map(({ number }) => number) }
  // Put together already by a completion that died before it could say so.
  if ((await storage.head(row.objectKey))?.bytes === Number(row.bytes)) return { row, parts: allParts(sizeOf(row)) }
  return { row: await beginInStore(ctx, row), parts: [] }
}

import { type TenantDb, withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../context/index.ts'
import { enqueueLater, type JobPayload } from '../outbox/index.ts'

/** Asks for the deletion of what recordings have in the store, in the transaction that deletes their rows. */
export async function forgetRecordingsLater(db: TenantDb, rows: readonly { id: string; objectKey: string }[]): Promise<void> {
  for (const { id, objectKey } of rows) await enqueueLater(db, 'recording.forget', { recordingId: id, objectKey })
}

/** The same for every version of a mix: call it before the mix is deleted, in the same transaction. */
export async function forgetMixAudioLater(db: TenantDb, mixId: string): Promise<void> {
  await forgetRecordingsLater(db, await db.recording.findMany({ where: { mixId }, select: { id: true, objectKey: true } }))
}

/** Deletes the objects of a recording whose row is gone, and its original when no other version needs it. For the worker alone. */
export async function forgetRecording(ctx: TenantContext, { recordingId, objectKey }: JobPayload<'recording.forget'>): Promise<void> {
  const storage = tenantStorage(ctx.tenant.id)
  const left = await withTenant(ctx.ref, (db) => db.recording.findMany({ where: { OR: [{ id: recordingId }, { objectKey }] } }))
  if (!left.some(({ id }) => id === recordingId)) {
    await storage.deleteUnder('audio', recordingId)
    await storage.deleteUnder('downloads', recordingId)
  }
  if (left.length === 0) await storage.delete(objectKey)
}

import { type TenantDb, withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { AccountContext, TenantContext } from '../context/index.ts'
import { AppError, conflict } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { receiveRecording, titleFromFilename } from '../recordings/index.ts'
import { claimSlug, slugify } from '../slugs/index.ts'
import { requireOpen, requireOwnUpload, sizeOf, type UploadRow, type uploadIdSchema } from './own-upload.ts'
import { partCount, wholeParts } from './upload-parts.ts'

export interface ReceivedRecording {
  mixId: string
  recordingId: string
}

/**
 * Ends an upload of one's own: the store puts the file together, then a draft (if the upload was not for a mix), the recording and its first
 * job come to be in one transaction. Again gives the same recording. Throws `not_found` (also for another's), `gone`,
 * `conflict` (parts are missing, or it has another size than was announced), `unauthenticated`, `forbidden`.
 */
export async function completeUpload(given: TenantContext, input: z.output<typeof uploadIdSchema>): Promise<ReceivedRecording> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const row = await requireOwnUpload(ctx, input.uploadId)
  if (row.state === 'completed') return receivedFrom(ctx, row.id)
  requireOpen(ctx, row)
  await putTogether(ctx, row)
  return withTenant(ctx.ref, (db) => receive(db, ctx, row.id))
}

/** Has the store make the object, unless somebody did already. */
async function putTogether(ctx: AccountContext, row: UploadRow): Promise<void> {
  const storage = tenantStorage(ctx.tenant.id)
  const stored = row.storageUploadId === '' ? [] : await storage.listParts(row.objectKey, row.storageUploadId)
  if (stored) {
    const whole = wholeParts(sizeOf(row), stored)
    const missing = partCount(sizeOf(row)) - whole.length
    if (missing > 0) throw conflict('upload.incomplete', { count: missing })
    await storage.completeMultipart(row.objectKey, row.storageUploadId, whole)
  }
  const object = await storage.head(row.objectKey)
  if (object?.bytes === Number(row.bytes)) return
  // Nothing of it is left: what the store has is not the file that was announced.
  await withTenant(ctx.ref, (db) => db.upload.updateMany({ where: { id: row.id, state: 'open' }, data: { state: 'refused' } }))
  if (object) await storage.delete(row.objectKey)
  throw conflict('upload.otherSize')
}

async function receive(db: TenantDb, ctx: AccountContext, uploadId: string): Promise<ReceivedRecording> {
  // The second of two completions waits here and then finds the first's recording.
  const [locked] = await db.$queryRaw<{ state: string }[]>`
    select state::text from upload where tenant_id = (select current_tenant()) and id = ${uploadId}::uuid for update`
  if (locked?.state === 'completed') return known(db, uploadId)
  const row = await db.upload.findFirstOrThrow({ where: { id: uploadId } })
  requireOpen(ctx, row)
  const mixId = row.mixId ?? (await draft(db, ctx, row.filename))
  const recordingId = await receiveRecording(db, ctx, {
    mixId,
    uploadId,
    filename: row.filename,
    objectKey: row.objectKey,
    bytes: row.bytes,
  })
  await db.upload.update({ where: db.key(uploadId), data: { state: 'completed', completedAt: ctx.now() } })
  await recordAudit(db, ctx, {
    action: 'recording.uploaded',
    subjectKind: 'mix',
    subjectId: mixId,
    data: { filename: row.filename, bytes: Number(row.bytes), recordingId },
  })
  return { mixId, recordingId }
}

async function draft(db: TenantDb, ctx: AccountContext, filename: string): Promise<string> {
  const title = titleFromFilename(filename)
  const slug = await claimSlug(db, 'mix', slugify(title), { numberIfTaken: true })
  const mix = await db.mix.create({ data: { slug, title, recordedOn: ctx.now(), moods: [] } })
  return mix.id
}

const receivedFrom = (ctx: AccountContext, uploadId: string): Promise<ReceivedRecording> => withTenant(ctx.ref, (db) => known(db, uploadId))

async function known(db: TenantDb, uploadId: string): Promise<ReceivedRecording> {
  const recording = await db.recording.findFirst({ where: { uploadId }, orderBy: { number: 'asc' }, select: { id: true, mixId: true } })
  // Its mix was deleted meanwhile.
  if (!recording) throw new AppError('gone', { messageKey: 'upload.gone' })
  return { mixId: recording.mixId, recordingId: recording.id }
}

import { withTenant } from '@residency/db'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { forgetRecordingsLater } from './forget-recordings.ts'
import type { recordingIdSchema } from './retry-recording.ts'

/**
 * Deletes a version that fans don't hear, with its audio; work on it that runs ends by itself. The original stays while another version is made
 * of it. Throws `not_found`, `conflict` (fans hear it), `unauthenticated`, `forbidden`.
 */
export async function deleteRecording(given: TenantContext, input: z.output<typeof recordingIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'catalogue.edit')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.recording.findFirst({ where: { id: input.recordingId }, include: { currentOf: { select: { id: true } } } })
    if (!row) throw notFound()
    if (row.currentOf.length > 0) throw conflict('recording.isCurrent')
    await forgetRecordingsLater(db, [row])
    await db.recording.delete({ where: db.key(row.id) })
    await recordAudit(db, ctx, {
      action: 'recording.deleted',
      subjectKind: 'mix',
      subjectId: row.mixId,
      data: { filename: row.filename, number: row.number },
    })
  })
}

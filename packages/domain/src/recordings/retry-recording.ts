import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { enqueueLater } from '../outbox/index.ts'
import { requirePermission } from '../policy/index.ts'
import { announceProgress } from './progress.ts'

export const recordingIdSchema = z.object({ recordingId: z.uuid() })

/**
 * Begins the work on a failed recording anew, from its original. Throws `not_found`, `conflict` (it did not fail, or the original is gone),
 * `unauthenticated`, `forbidden`.
 */
export async function retryRecording(given: TenantContext, input: z.output<typeof recordingIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const { recordingId } = input
  const row = await withTenant(ctx.ref, async (db) => {
    const found = await db.recording.findFirst({ where: { id: recordingId } })
    if (!found) throw notFound()
    if (found.originalDeletedAt) throw conflict('recording.originalGone')
    const { count } = await db.recording.updateMany({
      where: { id: recordingId, stage: 'failed' },
      data: {
        stage: 'received',
        progress: 0,
        failure: null,
        failedAt: null,
        firstPlayAt: null,
        touchedAt: ctx.now(),
        attempt: { increment: 1 },
      },
    })
    if (count === 0) throw conflict('recording.notFailed')
    // What was encoded may be what was wrong.
    await db.rendition.deleteMany({ where: { recordingId } })
    await enqueueLater(db, 'recording.make', { recordingId })
    await recordAudit(db, ctx, { action: 'recording.retried', subjectKind: 'mix', subjectId: found.mixId, data: { recordingId } })
    return db.recording.findFirstOrThrow({ where: { id: recordingId } })
  })
  announceProgress(ctx.tenant.id, row)
}

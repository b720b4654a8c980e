import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, invalid, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { receiveRecording } from './receive-recording.ts'

export const trimRecordingSchema = z.object({
  recordingId: z.uuid(),
  /** Milliseconds of the original that are cut off. */
  startMs: z.number().int().nonnegative(),
  endMs: z.number().int().nonnegative(),
})

/** Shorter than this is no recording any more. */
const leastMs = 1_000

/**
 * Cuts the ends: makes a new version from the same original, so that nothing is lost and fans hear the old one until the new one is ready.
 * Throws `not_found`, `invalid` (nothing would be left, or nothing would change), `conflict` (not checked yet, or the original is gone),
 * `unauthenticated`, `forbidden`.
 */
export async function trimRecording(given: TenantContext, input: z.output<typeof trimRecordingSchema>): Promise<{ recordingId: string }> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const { startMs, endMs } = input
  return withTenant(ctx.ref, async (db) => {
    const from = await db.recording.findFirst({ where: { id: input.recordingId } })
    if (!from) throw notFound()
    if (from.durationMs === null) throw conflict('recording.notChecked')
    if (from.originalDeletedAt) throw conflict('recording.originalGone')
    if (startMs + endMs > from.durationMs - leastMs) throw invalid({ endMs: 'recording.nothingLeft' })
    if (startMs === from.trimStartMs && endMs === from.trimEndMs) throw invalid({ startMs: 'recording.unchanged' })
    const recordingId = await receiveRecording(db, ctx, {
      mixId: from.mixId,
      uploadId: from.uploadId,
      filename: from.filename,
      objectKey: from.objectKey,
      bytes: from.bytes,
      trimStartMs: startMs,
      trimEndMs: endMs,
    })
    await recordAudit(db, ctx, {
      action: 'recording.trimmed',
      subjectKind: 'mix',
      subjectId: from.mixId,
      data: { from: from.id, recordingId, startMs, endMs },
    })
    return { recordingId }
  })
}

import { withTenant } from '@residency/db'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { makeCurrent } from './make-current.ts'
import type { recordingIdSchema } from './retry-recording.ts'

/**
 * Makes an earlier (or later) version the one that fans hear; plays and comments stay with the mix.
 * Throws `not_found`, `conflict` (not ready), `unauthenticated`, `forbidden`.
 */
export async function chooseRecording(given: TenantContext, input: z.output<typeof recordingIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'catalogue.edit')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.recording.findFirst({ where: { id: input.recordingId } })
    if (!row) throw notFound()
    if (row.stage !== 'ready') throw conflict('recording.notReady')
    await makeCurrent(db, row)
    await recordAudit(db, ctx, {
      action: 'recording.chosen',
      subjectKind: 'mix',
      subjectId: row.mixId,
      data: { recordingId: row.id, number: row.number },
    })
  })
}

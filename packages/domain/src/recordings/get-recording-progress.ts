import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { progressOf, type RecordingProgress } from './progress.ts'

export const recordingProgressSchema = z.object({
  /** Of one mix alone. */
  mixId: z.uuid().optional(),
})

const most = 100
/** What was ready or failed a moment ago is still told of, so that a page that looked away sees how it ended. */
const justNowMs = 10 * 60_000

/**
 * How far the work on recordings is, newest first: of one mix, or of all that are under way or ended within ten minutes.
 * Throws `unauthenticated`, `forbidden`.
 */
export async function getRecordingProgress(
  given: TenantContext,
  input: z.output<typeof recordingProgressSchema> = {},
): Promise<RecordingProgress[]> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const since = new Date(ctx.now().getTime() - justNowMs)
  const { mixId } = input
  const rows = await withTenant(ctx.ref, (db) =>
    db.recording.findMany({
      where: mixId ? { mixId } : { OR: [{ stage: { notIn: ['ready', 'failed'] } }, { touchedAt: { gt: since } }] },
      orderBy: { id: 'desc' },
      take: most,
    }),
  )
  return rows.map(progressOf)
}

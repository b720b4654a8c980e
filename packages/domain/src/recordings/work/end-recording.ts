import { withTenant } from '@residency/db'
import type { EncodedRendition } from '@residency/integrations/media'
import { tenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../../context/index.ts'
import { makeCurrent } from '../make-current.ts'
import { announceProgress, type RecordingFailure } from '../progress.ts'
import type { Hold, RecordingRow } from './hold.ts'
import { completeRenditions } from './segment-store.ts'
import { TakenOver } from './taken-over.ts'

/** Ready: the playlists say the last word and fans hear it, in one transaction. A newer version that was quicker stays. */
export async function finishRecording(ctx: TenantContext, hold: Hold, encoded: readonly EncodedRendition[]): Promise<void> {
  const at = ctx.now()
  await hold.write({ stage: 'ready', progress: 1000, readyAt: at, firstPlayAt: hold.row.firstPlayAt ?? at }, async (db) => {
    await completeRenditions(db, hold, encoded, at)
    const mix = await db.mix.findFirst({ where: { id: hold.row.mixId }, select: { recording: { select: { number: true } } } })
    if (!mix?.recording || mix.recording.number < hold.row.number) await makeCurrent(db, hold.row)
  })
}

/** The stage that each stage leads to. */
const reaching = { received: 'checked', checked: 'measured', measured: 'encoded', encoded: 'ready' } as const

const failed = ({ stage }: RecordingRow, failure: RecordingFailure) => ({
  stage: 'failed' as const,
  failure,
  failedAt: stage === 'ready' || stage === 'failed' ? stage : reaching[stage],
  progress: 0,
})

/** Which stage could not be reached, and why. The original is kept. */
export async function failRecording(hold: Hold, failure: RecordingFailure): Promise<void> {
  await hold.write(failed(hold.row, failure)).catch((error: unknown) => {
    if (!(error instanceof TakenOver)) throw error
  })
}

/** The last try has failed, for a reason that is not the file's. For the worker alone. */
export async function giveUpRecording(ctx: TenantContext, { recordingId }: { recordingId: string }): Promise<void> {
  const row = await withTenant(ctx.ref, async (db) => {
    const found = await db.recording.findFirst({ where: { id: recordingId, stage: { notIn: ['ready', 'failed'] } } })
    if (!found) return null
    // Another attempt number: whatever still runs writes nothing more.
    return db.recording.update({
      where: db.key(recordingId),
      data: { ...failed(found, 'our_side'), attempt: { increment: 1 }, touchedAt: ctx.now() },
    })
  })
  if (row) announceProgress(ctx.tenant.id, row)
}

/** Segments stored for a recording that was deleted meanwhile belong to nobody. */
export async function abandonRecording(ctx: TenantContext, recordingId: string): Promise<void> {
  const left = await withTenant(ctx.ref, (db) => db.recording.count({ where: { id: recordingId } }))
  if (left === 0) await tenantStorage(ctx.tenant.id).deleteUnder('audio', recordingId)
}

import { raiseRevision, type TenantDb } from '@residency/db'
import { enqueueLater } from '../outbox/index.ts'

/** What is heard of a recording, in milliseconds. */
export const heardMs = (row: { durationMs: number | null; trimStartMs: number; trimEndMs: number }): number =>
  Math.max(0, (row.durationMs ?? 0) - row.trimStartMs - row.trimEndMs)

interface Version {
  id: string
  mixId: string
  durationMs: number | null
  trimStartMs: number
  trimEndMs: number
}

/** Has fans hear this version, inside the caller's transaction. What everybody sees changes, so no cache keeps the old. */
export async function makeCurrent(db: TenantDb, version: Version): Promise<void> {
  const mix = await db.mix.update({
    where: db.key(version.mixId),
    data: { recordingId: version.id, durationMs: heardMs(version) },
    select: { publication: true },
  })
  if (mix.publication !== 'draft') await raiseRevision(db)
  // It may have waited for this alone.
  if (mix.publication === 'scheduled') await enqueueLater(db, 'mix.release', {})
}

import { withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../context/index.ts'
import { enqueueLater } from '../outbox/index.ts'
import { readOriginalsKeptDays } from './keep-originals.ts'
import { giveUpRecording } from './work/end-recording.ts'

const atOnce = 100
const day = 24 * 60 * 60_000
/** Work that shows no sign of life for so long was lost between database and queue, or with its worker. What merely waits is not harmed by a second job. */
const lostAfterMs = 60 * 60_000
/** A recording that kills its worker again and again is given up. */
const mostAttempts = 8
/** Deleting an object again does no harm: what a sweep could not finish, the next one does. */
const againMs = 2 * day

/**
 * Begins lost work anew, deletes originals whose time is over (`originals_kept_days`), and what earlier attempts left in the store. Returns how
 * many of each. For the worker alone.
 */
export async function sweepRecordings(ctx: TenantContext): Promise<{ revived: number; originals: number; takes: number }> {
  return { revived: await reviveLost(ctx), originals: await deleteOldOriginals(ctx), takes: await deleteOldTakes(ctx) }
}

async function reviveLost(ctx: TenantContext): Promise<number> {
  const now = ctx.now()
  const lost = await withTenant(ctx.ref, (db) =>
    db.recording.findMany({
      where: { stage: { notIn: ['ready', 'failed'] }, touchedAt: { lt: new Date(now.getTime() - lostAfterMs) } },
      take: atOnce,
      select: { id: true, attempt: true },
    }),
  )
  for (const { id, attempt } of lost) {
    if (attempt >= mostAttempts) await giveUpRecording(ctx, { recordingId: id })
    else
      await withTenant(ctx.ref, async (db) => {
        await db.recording.updateMany({ where: { id }, data: { touchedAt: now } })
        await enqueueLater(db, 'recording.make', { recordingId: id })
      })
  }
  return lost.length
}

async function deleteOldOriginals(ctx: TenantContext): Promise<number> {
  const now = ctx.now()
  const keys = await withTenant(ctx.ref, async (db) => {
    const days = await readOriginalsKeptDays(db)
    if (days === null) return []
    // Every version made of it is ready and old enough. A failed one keeps it: its retry needs it.
    const due = await db.$queryRaw<{ key: string }[]>`
      select object_key as key from recording where original_deleted_at is null
      group by object_key
      having bool_and(stage = 'ready' and ready_at < ${new Date(now.getTime() - days * day)}) limit ${atOnce}`
    await db.recording.updateMany({ where: { objectKey: { in: due.map(({ key }) => key) } }, data: { originalDeletedAt: now } })
    const recent = await db.recording.findMany({
      where: { originalDeletedAt: { gt: new Date(now.getTime() - againMs) } },
      distinct: ['objectKey'],
      select: { objectKey: true },
    })
    return recent.map(({ objectKey }) => objectKey)
  })
  if (keys.length > 0) await tenantStorage(ctx.tenant.id).delete(...keys)
  return keys.length
}

/**
 * Segments of attempts that no rendition speaks of any more. A day later: whoever began to listen then has a playlist of them. Returns how many
 * objects there were.
 */
async function deleteOldTakes(ctx: TenantContext): Promise<number> {
  const now = ctx.now().getTime()
  const ended = await withTenant(ctx.ref, (db) =>
    db.recording.findMany({
      where: {
        attempt: { gt: 1 },
        stage: { in: ['ready', 'failed'] },
        touchedAt: { gt: new Date(now - day - againMs), lt: new Date(now - day) },
      },
      take: atOnce,
      orderBy: { touchedAt: 'asc' },
      select: { id: true, attempt: true, renditions: { select: { take: true } } },
    }),
  )
  const storage = tenantStorage(ctx.tenant.id)
  let count = 0
  for (const { id, attempt, renditions } of ended) {
    const kept = new Set(renditions.map(({ take }) => take))
    for (let take = 1; take <= attempt; take += 1) if (!kept.has(take)) count += await storage.deleteUnder('audio', id, String(take))
  }
  return count
}

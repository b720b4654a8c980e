import { type Prisma, type TenantDb, withTenant } from '@residency/db'
import type { TenantContext } from '../../context/index.ts'
import { announceProgress } from '../progress.ts'
import { patiently } from './patiently.ts'
import { TakenOver } from './taken-over.ts'

export type RecordingRow = NonNullable<Awaited<ReturnType<TenantDb['recording']['findFirst']>>>

/** The right to write of a recording. A worker that was thought dead and taken over writes nothing more. */
export interface Hold {
  readonly recordingId: string
  readonly attempt: number
  /** Aborts when the hold is lost, or the process wants to stop. */
  readonly signal: AbortSignal
  /** The row after the last write. */
  readonly row: RecordingRow
  /**
   * Changes the row, and in the same transaction whatever `also` does. Waits through short outages. Throws TakenOver.
   */
  write(changes: Prisma.RecordingUpdateManyMutationInput, also?: (db: TenantDb) => Promise<void>): Promise<RecordingRow>
  /** A sign of life, and a look whether the recording is still there and ours: aborts `signal` when it is not. */
  beat(): Promise<void>
  /** Stops everything that runs under the hold. */
  abort(reason: Error): void
}

/**
 * Takes a recording for this attempt; whoever held it before loses it. Null when there is nothing to do: it is gone, ready, or failed.
 */
export async function takeHold(ctx: TenantContext, recordingId: string, stopping?: AbortSignal): Promise<Hold | null> {
  const taken = await withTenant(ctx.ref, async (db) => {
    const { count } = await db.recording.updateMany({
      where: { id: recordingId, stage: { notIn: ['ready', 'failed'] } },
      data: { attempt: { increment: 1 }, touchedAt: ctx.now() },
    })
    return count > 0 ? db.recording.findFirst({ where: { id: recordingId } }) : null
  })
  if (!taken) return null

  const { attempt } = taken
  const lost = new AbortController()
  let row = taken
  // Writes of one hold go one after another: the row that is announced last is the newest.
  let last: Promise<unknown> = Promise.resolve()

  const write: Hold['write'] = (changes, also) => {
    const work = async (): Promise<RecordingRow> => {
      const written = await patiently(lost.signal, () =>
        withTenant(ctx.ref, async (db) => {
          const { count } = await db.recording.updateMany({
            where: { id: recordingId, attempt },
            data: { ...changes, touchedAt: ctx.now() },
          })
          if (count === 0) throw new TakenOver()
          await also?.(db)
          return db.recording.findFirstOrThrow({ where: { id: recordingId } })
        }),
      ).catch((error: unknown) => {
        if (error instanceof TakenOver) lost.abort(error)
        throw error
      })
      row = written
      announceProgress(ctx.tenant.id, written)
      return written
    }
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }

  return {
    recordingId,
    attempt,
    signal: stopping ? AbortSignal.any([lost.signal, stopping]) : lost.signal,
    get row() {
      return row
    },
    write,
    beat: async () => {
      const { count } = await withTenant(ctx.ref, (db) =>
        db.recording.updateMany({ where: { id: recordingId, attempt }, data: { touchedAt: ctx.now() } }),
      )
      if (count === 0) lost.abort(new TakenOver())
    },
    abort: (reason) => lost.abort(reason),
  }
}

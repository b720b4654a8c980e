import type { TenantDb } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { enqueueLater } from '../outbox/index.ts'

export interface NewRecording {
  mixId: string
  /** Null for what did not come by an upload: demo audio, an import. */
  uploadId: string | null
  filename: string
  /** The original, in the store already. */
  objectKey: string
  bytes: bigint
  /** What is cut off at the ends. */
  trimStartMs?: number
  trimEndMs?: number
}

/**
 * Makes the next version of a mix's audio and asks for the work on it, inside the caller's transaction: the two stand or fall together.
 * Throws `not_found` when the mix is gone.
 */
export async function receiveRecording(db: TenantDb, ctx: TenantContext, input: NewRecording): Promise<string> {
  const { mixId, trimStartMs = 0, trimEndMs = 0, ...file } = input
  // Two versions at the same moment are numbered one after the other.
  const [mix] = await db.$queryRaw<{ id: string }[]>`
    select id from mix where tenant_id = (select current_tenant()) and id = ${mixId}::uuid for update`
  if (!mix) throw notFound()
  const last = await db.recording.findFirst({ where: { mixId }, orderBy: { number: 'desc' }, select: { number: true } })
  const { id } = await db.recording.create({
    data: {
      ...file,
      mixId,
      number: (last?.number ?? 0) + 1,
      trimStartMs,
      trimEndMs,
      createdBy: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      createdAt: ctx.now(),
      touchedAt: ctx.now(),
    },
  })
  await enqueueLater(db, 'recording.make', { recordingId: id })
  return id
}

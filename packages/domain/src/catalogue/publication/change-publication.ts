import { type Publication, raiseRevision, type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../../audit/index.ts'
import type { AccountContext, TenantContext } from '../../context/index.ts'
import { declareRights } from '../../declarations/index.ts'
import { conflict } from '../../errors/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { isSeen, type MixRow, type MixState, mixCollision, mixState } from '../editing/mix-state.ts'

export const mixVersionSchema = z.object({ mixId: z.uuid(), expectedVersion: z.number().int().positive() })

/** The DJ says, each time, that they may. */
export const declaredSchema = mixVersionSchema.extend({ declared: z.literal(true, 'mix.declare') })

interface Step {
  publication: Publication
  publishedAt: Date | null
  action: string
}

/**
 * Which recording leaves the studio. A scheduled mix may wait for one that is still being made. Throws `conflict` when the mix was taken down, or
 * there is nothing to hear.
 */
async function requireReleasable(db: TenantDb, row: MixRow, { publication }: Step): Promise<string> {
  if (row.publication === 'taken_down') throw conflict('mix.takenDown')
  if (row.recordingId) return row.recordingId
  const newest = await db.recording.findFirst({ where: { mixId: row.id }, orderBy: { number: 'desc' }, select: { id: true, stage: true } })
  if (publication !== 'scheduled' || !newest || newest.stage === 'failed') throw conflict('mix.notReady')
  return newest.id
}

/** A mix that was out keeps its day, and so its place in the catalogue. */
export const releasedAt = (row: Pick<MixRow, 'publishedAt'>, now: Date): Date =>
  row.publishedAt && row.publishedAt <= now ? row.publishedAt : now

/** Writes one step of a mix's publication inside the caller's transaction; the caller has looked at permission and version. */
export async function stepPublication(db: TenantDb, ctx: AccountContext, row: MixRow, step: Step): Promise<MixRow> {
  const { publication, publishedAt, action } = step
  const isRelease = publication !== 'draft'
  if (isRelease) {
    await declareRights(db, ctx, { mixId: row.id, recordingId: await requireReleasable(db, row, step) })
  }
  const { count } = await db.mix.updateMany({
    where: { id: row.id, version: row.version },
    data: { publication, publishedAt, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
  })
  if (count === 0) return mixCollision(db, row.id)
  await recordAudit(db, ctx, {
    action,
    subjectKind: 'mix',
    subjectId: row.id,
    data: { title: row.title, from: row.publication, to: publication, at: publishedAt?.toISOString() ?? null },
  })
  if (isRelease || isSeen(row.publication)) await raiseRevision(db)
  return db.mix.findFirstOrThrow({ where: { id: row.id } })
}

export async function changePublication(
  given: TenantContext,
  { mixId, expectedVersion }: z.output<typeof mixVersionSchema>,
  decide: (row: MixRow, ctx: AccountContext) => Step,
): Promise<MixState> {
  const ctx = requirePermission(given, 'catalogue.publish')
  return withTenant(ctx.ref, async (db) => {
    const row = await db.mix.findFirst({ where: { id: mixId, version: expectedVersion } })
    if (!row) return mixCollision(db, mixId)
    return mixState(await stepPublication(db, ctx, row, decide(row, ctx)))
  })
}

import type { Prisma, TenantDb } from '@residency/db'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { type ClaimStep, stepClaim } from './claim-steps.ts'
import type { TakedownRow } from './letters.ts'

const done: Record<ClaimStep, string> = {
  uphold: 'takedown.upheld',
  reject: 'takedown.rejected',
  counter: 'takedown.countered',
  continue: 'takedown.continued',
  release: 'takedown.restored',
  reconsider: 'takedown.restored',
}

/** A claim with its row locked: two people at the desk decide one after the other. Throws `not_found`. */
export async function lockClaim(db: TenantDb, takedownId: string): Promise<TakedownRow> {
  await db.$executeRaw`select from takedown where id = ${takedownId}::uuid for update`
  const row = await db.takedown.findFirst({ where: { id: takedownId } })
  if (!row) throw notFound()
  return row
}

/** Takes a claim one step on, with its audit row. Returns it as it is then. Throws `conflict` when the step can't be taken from there. */
export async function takeStep(
  db: TenantDb,
  ctx: TenantContext,
  row: TakedownRow,
  step: ClaimStep,
  data: Prisma.TakedownUncheckedUpdateInput,
): Promise<TakedownRow> {
  const state = stepClaim(row, step)
  const after = await db.takedown.update({ where: db.key(row.id), data: { ...data, state } })
  await recordAudit(db, ctx, {
    action: done[step],
    subjectKind: 'takedown',
    subjectId: row.id,
    data: { mixId: row.mixId, from: row.state, to: state },
  })
  return after
}

import { raiseRevision, type TenantDb } from '@residency/db'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { type TierRecord, tierRecord, tierSelect } from './tier-record.ts'

/** After a change: its audit row and the new revision, in the same transaction. */
export async function tierChanged(db: TenantDb, ctx: TenantContext, id: string, action: string): Promise<TierRecord> {
  const row = await db.tier.findUniqueOrThrow({ where: db.key(id), select: tierSelect })
  await recordAudit(db, ctx, { action, subjectKind: 'tier', subjectId: id, data: { slug: row.slug } })
  await raiseRevision(db)
  return tierRecord(row)
}

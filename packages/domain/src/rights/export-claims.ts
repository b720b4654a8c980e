import type { TenantDb } from '@residency/db'

/** Claims made with an address, for the file of its owner's data: inside the caller's transaction. */
export async function exportClaims(db: TenantDb, email: string) {
  const rows = await db.takedown.findMany({ where: { claimantEmail: email }, orderBy: { reportedAt: 'asc' } })
  return rows.map(({ claimantName, work, statement, state, reportedAt, decision, decidedAt, continuedStatement }) => ({
    ...{ name: claimantName, work, statement, state, reportedAt, decision, decidedAt, continuedStatement },
  }))
}

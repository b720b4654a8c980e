import type { TenantDb } from '@residency/db'
import type { TenantContext } from '../context/index.ts'

const year = 365 * 24 * 3_600_000

/** From when on strikes count. */
export const strikesSince = (now: Date): Date => new Date(now.getTime() - year)

/** Upheld this often within a year, a tenant is marked. */
export const mostStrikes = 3

/**
 * Mixes of which a claim was upheld within a year and stood: two claims about one mix are one. Counted from the audit, which stays when a mix is
 * deleted, so that nobody gets rid of a strike by deleting what it was for. `tenants_with_strikes` counts the same over all tenants.
 */
export async function countStrikes(db: TenantDb, ctx: TenantContext): Promise<number> {
  const since = strikesSince(ctx.now())
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(distinct u.data ->> 'mixId')::int as count from audit_entry u where u.subject_kind = 'takedown' and u.action = 'takedown.upheld' and u.at > ${since}
      and not exists (select from audit_entry r where r.subject_kind = 'takedown' and r.action = 'takedown.restored' and r.subject_id = u.subject_id and r.id > u.id)`
  return row?.count ?? 0
}

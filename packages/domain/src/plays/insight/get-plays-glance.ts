import { readTenant } from '@residency/db'
import type { TenantContext } from '../../context/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { readTotal, type Sums } from './read-sums.ts'

const hourMs = 3_600_000
const weekMs = 7 * 24 * hourMs

/** The last seven days and the seven before, by full hours. Throws `unauthenticated`, `forbidden`. */
export async function getPlaysGlance(given: TenantContext): Promise<{ week: Sums; before: Sums }> {
  const ctx = requirePermission(given, 'insight.view')
  const ends = new Date(Math.ceil(ctx.now().getTime() / hourMs) * hourMs)
  const starts = new Date(ends.getTime() - weekMs)
  return readTenant(ctx.ref, async (sql) => ({
    week: await readTotal(sql, starts, ends, null),
    before: await readTotal(sql, new Date(starts.getTime() - weekMs), starts, null),
  }))
}

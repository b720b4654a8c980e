import type { TenantSql } from '@residency/db'
import { artworkJoin, catalogueCte, type MixSummary, summaryColumns } from './mix-summary.ts'

const text = `with ${catalogueCte} select ${summaryColumns} from catalogue c ${artworkJoin} where c.id = any ($1::uuid[]) order by array_position($1::uuid[], c.id)`

/** Published mixes in the order of their ids, inside the caller's transaction; what is not published is left out. */
export function listMixesById(sql: TenantSql, mixIds: readonly string[]): Promise<MixSummary[]> {
  return mixIds.length === 0 ? Promise.resolve([]) : sql.query<MixSummary>('mixes_by_id', text, [mixIds])
}

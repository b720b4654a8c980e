import { readTenant } from '@residency/db'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { artworkJoin, catalogueCte, type MixSummary, summaryColumns } from './mix-summary.ts'

export type RecentMix = MixSummary & { description: LocalizedText; publishedAt: Date }

const text = `with ${catalogueCte} select ${summaryColumns}, c.description, c.published_at as "publishedAt" from catalogue c ${artworkJoin}
  order by c.published_at desc, c.id desc limit $1`

/** The newest mixes, for a feed. */
export async function listRecentMixes(ctx: Pick<TenantContext, 'ref'>, input: { most: number }): Promise<RecentMix[]> {
  return readTenant(ctx.ref, (sql) => sql.query<RecentMix>('mixes_recent', text, [input.most]))
}

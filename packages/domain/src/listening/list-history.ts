import { readTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { type MediaRef, mediaRefColumn } from '../media/index.ts'
import { requireAccount } from '../policy/index.ts'

export const historyPerPage = 50
export const listHistorySchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })

export interface HistoryEntry {
  id: string
  mixId: string
  slug: string
  title: string
  artwork: MediaRef | null
  durationMs: number
  startedAt: Date
  listenedMs: number
  /** Still to be heard by everybody; else it is kept without a link. */
  isPublic: boolean
}

const text = `select e.id, e.mix_id as "mixId", m.slug, m.title, m.duration_ms as "durationMs", e.started_at as "startedAt",
    e.listened_ms as "listenedMs", m.publication = 'published' and m.published_at <= now() as "isPublic", ${mediaRefColumn('a', 'artwork')},
    count(*) over ()::int as total
  from listening_entry e join mix m on m.tenant_id = e.tenant_id and m.id = e.mix_id
    left join media_item a on a.tenant_id = m.tenant_id and a.id = m.artwork_id
  where e.account_id = $1 order by e.started_at desc, e.id desc limit $2 offset $3`

/** What the account has listened to, newest first, and whether it is kept at all. Throws `unauthenticated`. */
export async function listHistory(given: TenantContext, input: z.output<typeof listHistorySchema>) {
  const { ref, actor } = requireAccount(given)
  return readTenant(ref, async (sql) => {
    const values = [actor.accountId, historyPerPage, (input.page - 1) * historyPerPage]
    const rows = await sql.query<HistoryEntry & { total: number }>('history', text, values)
    const [account] = await sql.query<{ on: boolean }>('history_on', 'select not history_off as on from account where id = $1', [
      actor.accountId,
    ])
    const total = rows[0]?.total ?? 0
    return {
      entries: rows.map(({ total: _total, ...entry }) => entry),
      total,
      page: input.page,
      pageCount: Math.max(1, Math.ceil(total / historyPerPage)),
      isOn: account?.on ?? false,
    }
  })
}

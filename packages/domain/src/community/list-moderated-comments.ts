import { readTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import type { reportReasons } from './report-comment.ts'

export const commentShelves = ['reported', 'hidden', 'all'] as const
export const listModeratedCommentsSchema = z.object({
  show: z.enum(commentShelves).catch('reported').default('reported'),
  q: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

const perPage = 50

export interface ModeratedComment {
  id: string
  mixId: string
  mixTitle: string
  mixSlug: string
  atMs: number
  body: string
  author: string
  isCrew: boolean
  createdAt: Date
  isHidden: boolean
  /** The muted word that hid it; null: none, or somebody has looked. */
  heldFor: string | null
  /** Open reports by reason. */
  reports: Partial<Record<(typeof reportReasons)[number], number>>
}

const waits = '(c.held_for is not null or exists (select from comment_report r where r.comment_id = c.id and r.resolved_at is null))'

const text = `select c.id, c.mix_id as "mixId", m.title as "mixTitle", m.slug as "mixSlug", c.at_ms as "atMs", c.body, a.name as author,
    a.role <> 'fan' as "isCrew", c.created_at as "createdAt", c.hidden_at is not null as "isHidden", c.held_for as "heldFor",
    coalesce((select json_object_agg(x.reason, x.n) from (select r.reason, count(*)::int as n from comment_report r
      where r.comment_id = c.id and r.resolved_at is null group by r.reason) x), '{}') as reports,
    count(*) over ()::int as total
  from mix_comment c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id join mix m on m.tenant_id = c.tenant_id and m.id = c.mix_id
  where case $1::text when 'reported' then ${waits} when 'hidden' then c.hidden_at is not null else true end
    and ($2::text = '' or position(lower($2) in lower(c.body || ' ' || a.name || ' ' || m.title)) > 0)
  order by c.created_at desc, c.id desc limit $3 offset $4`

/** What moderators look through, newest first, fifty a page. `waiting` counts what was reported or held for a word and nobody has looked at. Throws `forbidden`. */
export async function listModeratedComments(given: TenantContext, input: z.output<typeof listModeratedCommentsSchema>) {
  const ctx = requirePermission(given, 'moderation.act')
  const { show, q, page } = input
  return readTenant(ctx.ref, async (sql) => {
    const values = [show, q, perPage, (page - 1) * perPage]
    const rows = await sql.query<ModeratedComment & { total: number }>('moderated_comments', text, values)
    const [count] = await sql.query<{ waiting: number }>(
      'comments_waiting',
      `select count(*)::int as waiting from mix_comment c where ${waits}`,
    )
    const total = rows[0]?.total ?? 0
    const comments = rows.map(({ total: _total, ...comment }) => comment)
    return { comments, total, page, pageCount: Math.max(1, Math.ceil(total / perPage)), waiting: count?.waiting ?? 0 }
  })
}

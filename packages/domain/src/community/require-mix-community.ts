import { readTenant } from '@residency/db'
import { z } from 'zod'
import { readStanding } from '../access/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { allows } from '../policy/index.ts'
import { hashToken } from '../secrets/index.ts'

export const mixCommunitySchema = z.object({
  slug: z.string().max(120),
  link: z.string().max(100).nullable().default(null),
  page: z.number().int().min(1).max(10_000).default(1),
})

const perPage = 100
const mostMarkers = 500

export interface CommentView {
  id: string
  atMs: number
  body: string
  author: string
  isCrew: boolean
  createdAt: Date
  isMine: boolean
  /** Taken out of sight by a moderator: seen by its author and by moderators alone. */
  isHidden: boolean
  /** Hidden by itself, for a word; nobody has looked yet. */
  isHeld: boolean
  /** The one who asks has reported it. */
  isReported: boolean
}

export interface MixCommunity {
  mix: { id: string; slug: string; title: string; durationMs: number; isPlayable: boolean }
  likes: number
  liked: boolean
  following: boolean
  commentsOpen: boolean
  /** May like and write: signed in, and the mix can be heard. */
  maySpeak: boolean
  comments: CommentView[]
  total: number
  page: number
  pageCount: number
  /** Moments with comments, over all pages, in order. */
  markers: { ms: number; count: number }[]
}

const mixText = `select id, slug, title, duration_ms as "durationMs", recording_id is not null as "isPlayable",
    comments_open as "commentsOpen" from mix where slug = $1`

const countsText = `select (select count(*)::int from mix_like where mix_id = $1) as likes,
  exists (select from mix_like where mix_id = $1 and account_id = $2::uuid) as liked,
  exists (select from follow where account_id = $2::uuid) as following`

const commentsText = `select c.id, c.at_ms as "atMs", c.body, a.name as author, a.role <> 'fan' as "isCrew", c.created_at as "createdAt",
    coalesce(c.account_id = $2::uuid, false) as "isMine", c.hidden_at is not null as "isHidden", c.held_for is not null as "isHeld",
    exists (select from comment_report r where r.comment_id = c.id and r.reporter_id = $2::uuid) as "isReported", count(*) over ()::int as total
  from mix_comment c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
  where c.mix_id = $1 and (c.hidden_at is null or c.account_id = $2::uuid or $3::boolean)
  order by c.at_ms, c.id limit $4 offset $5`

const markersText = `select (at_ms / 1000) * 1000 as ms, count(*)::int as count from mix_comment
  where mix_id = $1 and hidden_at is null group by 1 order by 1 limit $2`

/** What fans say of a mix, by the moment it is about, with what the one who asks has said. Throws `not_found`, also for what is hidden. */
export async function requireMixCommunity(ctx: TenantContext, input: z.output<typeof mixCommunitySchema>): Promise<MixCommunity> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const { slug, link, page } = input
  return readTenant(ctx.ref, async (sql) => {
    const [row] = await sql.query<MixCommunity['mix'] & { commentsOpen: boolean }>('community_mix', mixText, [slug])
    if (!row) throw notFound()
    const { commentsOpen, ...mix } = row
    const standing = await readStanding(sql, { mixId: mix.id, accountId, linkHash: link ? hashToken(link) : null }, ctx.now())
    if (!standing || (!standing.open && standing.reason === 'hidden')) throw notFound()
    const [counts] = await sql.query<Pick<MixCommunity, 'likes' | 'liked' | 'following'>>('community_counts', countsText, [
      mix.id,
      accountId,
    ])
    const seesHidden = allows(ctx.actor, 'moderation.act')
    const values = [mix.id, accountId, seesHidden, perPage, (page - 1) * perPage]
    const rows = await sql.query<CommentView & { total: number }>('community_comments', commentsText, values)
    const markers = await sql.query<MixCommunity['markers'][number]>('community_markers', markersText, [mix.id, mostMarkers])
    const total = rows[0]?.total ?? 0
    return {
      mix,
      ...(counts ?? { likes: 0, liked: false, following: false }),
      commentsOpen,
      maySpeak: accountId !== null && standing.open,
      comments: rows.map(({ total: _total, ...comment }) => comment),
      total,
      page,
      pageCount: Math.max(1, Math.ceil(total / perPage)),
      markers,
    }
  })
}

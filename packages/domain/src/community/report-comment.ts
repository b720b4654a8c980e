import { limits } from '@residency/config'
import { withTenant } from '@residency/db'
import { z } from 'zod'
import { getStanding } from '../access/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound, tooMany } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { commentIdSchema } from './delete-comment.ts'

export const reportReasons = ['spam', 'abuse', 'other'] as const
export const reportCommentSchema = commentIdSchema.extend({ reason: z.enum(reportReasons) })

const hour = 3_600_000

/**
 * Tells the crew that a comment should be looked at. Once by each person; said again it is the same, also after the crew has looked.
 * Throws `unauthenticated`, `not_found`, `conflict` (one's own), `too_many`.
 */
export async function reportComment(given: TenantContext, input: z.output<typeof reportCommentSchema>): Promise<void> {
  const ctx = requireAccount(given)
  const { commentId, reason } = input
  const reporterId = ctx.actor.accountId
  const comment = await withTenant(ctx.ref, (db) =>
    db.mixComment.findFirst({ where: { id: commentId, hiddenAt: null }, select: { accountId: true, mixId: true } }),
  )
  if (!comment) throw notFound()
  const standing = await getStanding(ctx.ref, { mixId: comment.mixId, accountId: reporterId, linkHash: null })
  if (!standing || (!standing.open && standing.reason === 'hidden')) throw notFound()
  if (comment.accountId === reporterId) throw conflict('comment.own')
  await withTenant(ctx.ref, async (db) => {
    const since = new Date(ctx.now().getTime() - hour)
    const lately = await db.commentReport.count({ where: { reporterId, createdAt: { gt: since }, commentId: { not: commentId } } })
    if (lately >= limits.commentReportsPerHour) throw tooMany(hour)
    await db.$executeRaw`insert into comment_report (comment_id, reporter_id, reason, created_at)
      select c.id, ${reporterId}::uuid, ${reason}, ${ctx.now()} from mix_comment c where c.id = ${commentId}::uuid
      on conflict (tenant_id, comment_id, reporter_id) do nothing`
  })
}

import { type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { AccountContext, TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'

const done = { hide: 'comment.hidden', show: 'comment.shown', dismiss: 'comment.kept', delete: 'comment.deleted' } as const
export const moderations = ['hide', 'show', 'dismiss', 'delete'] as const
export type Moderation = (typeof moderations)[number]

const ids = z.array(z.uuid()).min(1).max(100)
export const moderateCommentsSchema = z.object({
  /** As a form sends them: one, or a list. */
  commentIds: z.union([z.uuid().transform((id) => [id]), ids], 'comment.chooseSome'),
  moderation: z.enum(moderations),
})

/**
 * Hides comments from everybody but their authors, shows them again, lets them be (`dismiss`), or deletes them for good. Whatever is decided,
 * their open reports are done with, and so is the word they were held for. Those that are gone by now are passed over. Returns how many were dealt with.
 * Throws `unauthenticated`, `forbidden`, `not_found` (none of them is there).
 */
export async function moderateComments(given: TenantContext, input: z.output<typeof moderateCommentsSchema>): Promise<number> {
  const ctx = requirePermission(given, 'moderation.act')
  const { moderation } = input
  return withTenant(ctx.ref, async (db) => {
    const found = await db.mixComment.findMany({
      where: { id: { in: input.commentIds } },
      orderBy: { id: 'asc' },
      select: { id: true, mixId: true, atMs: true },
    })
    if (found.length === 0) throw notFound()
    await step(
      db,
      ctx,
      moderation,
      found.map(({ id }) => id),
    )
    for (const { id, mixId, atMs } of found)
      await recordAudit(db, ctx, { action: done[moderation], subjectKind: 'comment', subjectId: id, data: { mixId, atMs } })
    return found.length
  })
}

async function step(db: TenantDb, ctx: AccountContext, moderation: Moderation, found: string[]): Promise<void> {
  const where = { id: { in: found } }
  if (moderation === 'delete') {
    await db.mixComment.deleteMany({ where })
    return
  }
  const now = ctx.now()
  await db.mixComment.updateMany({ where: { ...where, heldFor: { not: null } }, data: { heldFor: null } })
  if (moderation === 'hide')
    await db.mixComment.updateMany({ where: { ...where, hiddenAt: null }, data: { hiddenAt: now, hiddenBy: ctx.actor.accountId } })
  if (moderation === 'show') await db.mixComment.updateMany({ where, data: { hiddenAt: null, hiddenBy: null } })
  await db.commentReport.updateMany({ where: { commentId: { in: found }, resolvedAt: null }, data: { resolvedAt: now } })
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'

export const commentIdSchema = z.object({ commentId: z.uuid() })

/** Its author takes a comment back, for good. Others' are `not_found` here; moderators have moderateComments. Throws `unauthenticated`. */
export async function deleteComment(given: TenantContext, input: z.output<typeof commentIdSchema>): Promise<void> {
  const { ref, actor } = requireAccount(given)
  const { count } = await withTenant(ref, (db) => db.mixComment.deleteMany({ where: { id: input.commentId, accountId: actor.accountId } }))
  if (count === 0) throw notFound()
}

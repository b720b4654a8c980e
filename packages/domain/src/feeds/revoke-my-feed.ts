import { withTenant } from '@residency/db'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'

/** Switches the signed-in fan's podcast address off: from the next request on nobody hears by it. Twice is once. Throws `unauthenticated`. */
export async function revokeMyFeed(given: TenantContext): Promise<void> {
  const ctx = requireAccount(given)
  const { accountId } = ctx.actor
  await withTenant(ctx.ref, async (db) => {
    const { count } = await db.feedToken.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: ctx.now() } })
    if (count > 0) await recordAudit(db, ctx, { action: 'feed.revoked', subjectKind: 'account', subjectId: accountId })
  })
}

import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'

/** The signed-in fan's podcast address, without its token: that was shown once. Null: they have none. Throws `unauthenticated`. */
export async function getMyFeed(given: TenantContext): Promise<{ createdAt: Date; lastUsedAt: Date | null } | null> {
  const ctx = requireAccount(given)
  return withTenant(ctx.ref, (db) =>
    db.feedToken.findFirst({
      where: { accountId: ctx.actor.accountId, revokedAt: null },
      select: { createdAt: true, lastUsedAt: true },
    }),
  )
}

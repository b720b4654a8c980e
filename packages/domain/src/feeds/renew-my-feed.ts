import { withTenant } from '@residency/db'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { hashToken, randomToken } from '../secrets/index.ts'

/**
 * Gives a member a podcast address of their own, the only time its token is told; the one they had before is revoked in the same moment.
 * Throws `unauthenticated`, `conflict` (they are in no tier).
 */
export async function renewMyFeed(given: TenantContext): Promise<{ token: string }> {
  const ctx = requireAccount(given)
  const { accountId } = ctx.actor
  const now = ctx.now()
  const token = randomToken()
  await withTenant(ctx.ref, async (db) => {
    // One at a time: two that are made in the same moment would both stay.
    await db.$queryRaw`select id from account where tenant_id = (select current_tenant()) and id = ${accountId}::uuid for update`
    const membership = await db.membership.findFirst({
      where: { accountId, endedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      select: { id: true },
    })
    if (!membership) throw conflict('feed.members_only')
    await db.feedToken.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } })
    await db.feedToken.create({ data: { accountId, tokenHash: hashToken(token), createdAt: now } })
    await recordAudit(db, ctx, { action: 'feed.renewed', subjectKind: 'account', subjectId: accountId })
  })
  return { token }
}

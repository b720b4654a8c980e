import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { rememberedMs } from './tries/index.ts'

/** How long an account may wait for its address to be confirmed. */
const unconfirmedMs = 7 * 24 * 60 * 60_000

/** Deletes a tenant's outlived links, old tries, and accounts whose address nobody confirmed. For the job `token.sweep`. */
export async function sweepTokens(ctx: TenantContext): Promise<void> {
  const now = ctx.now().getTime()
  await withTenant(ctx.ref, async (db) => {
    await db.oneTimeToken.deleteMany({ where: { expiresAt: { lte: new Date(now) } } })
    await db.signInAttempt.deleteMany({ where: { at: { lte: new Date(now - rememberedMs) } } })
    const waiting = { emailVerifiedAt: null, role: 'fan', createdAt: { lte: new Date(now - unconfirmedMs) }, tokens: { none: {} } } as const
    const gone = await db.account.findMany({ where: waiting, select: { id: true }, take: 1000 })
    const ids = gone.map(({ id }) => id)
    await db.consentRecord.updateMany({ where: { accountId: { in: ids } }, data: { accountId: null } })
    await db.account.deleteMany({ where: { id: { in: ids } } })
  })
}

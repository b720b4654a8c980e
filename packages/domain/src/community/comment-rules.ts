import { limits } from '@residency/config'
import type { TenantDb } from '@residency/db'
import type { AccountContext } from '../context/index.ts'
import { conflict, tooMany } from '../errors/index.ts'
import { linksIn } from './comment-text.ts'

const hour = 3_600_000
const newForMs = 24 * hour

/**
 * Whether the account may write this. Crew may write as often as they like; fans have confirmed their address, bring one link at most (none on
 * their first day), and stay within an hour's measure. Call with the account's row locked: what is counted must not change meanwhile.
 */
export async function requireMayComment(db: TenantDb, ctx: AccountContext, body: string): Promise<void> {
  const { accountId, role } = ctx.actor
  if (role !== 'fan') return
  const now = ctx.now().getTime()
  const account = await db.account.findFirstOrThrow({ where: { id: accountId }, select: { emailVerifiedAt: true, createdAt: true } })
  if (!account.emailVerifiedAt) throw conflict('comment.verifyFirst')
  const mostLinks = now - account.createdAt.getTime() < newForMs ? 0 : 1
  if (linksIn(body) > mostLinks) throw conflict(mostLinks === 0 ? 'comment.noLinksYet' : 'comment.links')
  const lately = await db.mixComment.findMany({
    where: { accountId, createdAt: { gt: new Date(now - hour) } },
    orderBy: { createdAt: 'desc' },
    take: limits.commentsPerHour,
    select: { createdAt: true },
  })
  const first = lately.at(-1)
  if (first && lately.length === limits.commentsPerHour) throw tooMany(first.createdAt.getTime() + hour - now, 'comment.tooMany')
}

import type { TenantDb } from '@residency/db'
import type { AccountContext, TenantContext } from '../context/index.ts'
import { hashToken, randomToken } from '../secrets/index.ts'
import { knownBrowserMark } from './known-browser.ts'
import { sessionsIn } from './lucia.ts'

/** What the browser gets: the only place where the token itself exists. */
export interface OpenedSession {
  token: string
  expiresAt: Date
  /** For a cookie of its own, which outlives the session. */
  knownBrowser: string
}

/** Opens a session in the caller's transaction. Its token is 256 random bits, of which the SHA-256 is stored. */
export async function openSession(db: TenantDb, ctx: TenantContext, account: { id: string; email: string }): Promise<OpenedSession> {
  const token = randomToken()
  const now = ctx.now()
  const facts = {
    createdAt: now,
    lastSeenAt: now,
    authenticatedAt: now,
    userAgent: ctx.userAgent?.slice(0, 400) ?? null,
    ipPrefix: ctx.ipPrefix,
    place: ctx.region ?? null,
  }
  const session = await sessionsIn(db).createSession(account.id, facts, { sessionId: hashToken(token) })
  return { token, expiresAt: session.expiresAt, knownBrowser: knownBrowserMark(ctx, account.email) }
}

/** Ends every session of an account, but `exceptId`. Returns how many ended. */
export async function endSessionsOf(db: TenantDb, accountId: string, exceptId?: string): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { accountId, ...(exceptId ? { id: { not: exceptId } } : {}) } })
  return count
}

/**
 * Gives the signed-in person a new token and ends every session there was: after a change of password, address, factor or role.
 * `email` is the new one, where it was the address that changed.
 */
export async function rotateSessions(db: TenantDb, ctx: AccountContext, email: string = ctx.actor.email): Promise<OpenedSession> {
  await endSessionsOf(db, ctx.actor.accountId)
  return openSession(db, ctx, { id: ctx.actor.accountId, email })
}

/** Gives the signed-in person a new token for this session and leaves the others. */
export async function rotateSession(db: TenantDb, ctx: AccountContext): Promise<OpenedSession> {
  await sessionsIn(db).invalidateSession(ctx.actor.sessionId)
  return openSession(db, ctx, { id: ctx.actor.accountId, email: ctx.actor.email })
}

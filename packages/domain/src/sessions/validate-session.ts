import { isLocale, type Locale, logger } from '@residency/config'
import { type TenantRef, writeTenant } from '@residency/db'
import type { AccountActor } from '../context/index.ts'
import { hashToken } from '../secrets/index.ts'
import { sessionsOf } from './lucia.ts'

export interface ValidSession {
  actor: AccountActor
  /** The account's own choices; null: not made. */
  locale: Locale | null
  timeZone: string | null
  expiresAt: Date
  /** The session was given a new end: the cookie has to be sent again. */
  extended: boolean
}

/** Where the session is seen now. */
export interface SeenFrom {
  userAgent: string | null
  ipPrefix: string | null
  region?: string | null
}

const tokenShape = /^[\w-]{43}$/
/** How exact "last seen" is: a write a request would cost more than the request. */
const touchEveryMs = 5 * 60_000

/**
 * Who holds this cookie token, or null. A read; the two writes (a new end once half the time is over, "last seen" every five minutes)
 * are transactions of their own, and their failure lets the request go on.
 */
export async function validateSession(ref: TenantRef, unverifiedToken: string, seen?: SeenFrom): Promise<ValidSession | null> {
  if (!tokenShape.test(unverifiedToken)) return null
  const { session, user } = await sessionsOf(ref).validateSession(hashToken(unverifiedToken))
  if (!session) return null
  if (seen && Date.now() - session.lastSeenAt.getTime() > touchEveryMs) await touch(ref, session.id, seen)
  return {
    actor: {
      kind: 'account',
      accountId: user.id,
      role: user.role,
      name: user.name,
      email: user.email,
      sessionId: session.id,
      authenticatedAt: session.authenticatedAt,
      hasSecondFactor: user.hasSecondFactor,
    },
    locale: isLocale(user.locale) ? user.locale : null,
    timeZone: user.timeZone,
    expiresAt: session.expiresAt,
    extended: session.fresh,
  }
}

/** The condition on the old time lets one of many simultaneous requests write. */
const touch = (ref: TenantRef, id: string, seen: SeenFrom): Promise<void> =>
  writeTenant(ref, (sql) =>
    sql.query(
      'session_touch',
      `update session set last_seen_at = now(), ip_prefix = $2, user_agent = coalesce($3, user_agent), place = coalesce($4, place)
       where tenant_id = (select current_tenant()) and id = $1 and last_seen_at < now() - $5 * interval '1 millisecond'`,
      [id, seen.ipPrefix, seen.userAgent?.slice(0, 400) ?? null, seen.region ?? null, touchEveryMs],
    ),
  ).then(
    () => undefined,
    (error) => logger.warn({ err: error }, 'a session could not be touched'),
  )

import { limits, logger } from '@residency/config'
import { readTenant, type TenantDb, type TenantRef, withTenant } from '@residency/db'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import type { AccountRole } from '../context/index.ts'

// The one file that knows lucia, which is no longer developed: its cookies and tokens are not used (see new-session.ts),
// so that replacing it means writing this file anew.

export interface SessionFacts {
  createdAt: Date
  lastSeenAt: Date
  authenticatedAt: Date
  userAgent: string | null
  ipPrefix: string | null
  place: string | null
}

export interface AccountFacts {
  email: string
  name: string
  role: AccountRole
  locale: string | null
  timeZone: string | null
  hasSecondFactor: boolean
}

const makeLucia = (adapter: Adapter) =>
  new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(limits.sessionDays, 'd'),
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  })
export type Sessions = ReturnType<typeof makeLucia>

declare module 'lucia' {
  interface Register {
    Lucia: Sessions
    DatabaseSessionAttributes: SessionFacts
    DatabaseUserAttributes: AccountFacts
  }
}

type Run = <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>
type Find = Adapter['getSessionAndUser']

/** Sessions of a tenant, each call a transaction of its own. */
export const sessionsOf = (ref: TenantRef): Sessions => makeLucia(adapter((work) => withTenant(ref, work), findBySql(ref)))

/** Sessions inside the caller's transaction, for a sign-in that stands or falls with its audit entry. */
export const sessionsIn = (db: TenantDb): Sessions =>
  makeLucia(
    adapter(
      (work) => work(db),
      () => Promise.reject(new Error('A session is checked before the transaction, not in it')),
    ),
  )

interface Row extends SessionFacts, AccountFacts {
  id: string
  accountId: string
  expiresAt: Date
}

/** The one query of every signed-in request: a prepared statement, both rows by their primary keys. */
const findBySql =
  (ref: TenantRef): Find =>
  async (sessionId) => {
    const [row] = await readTenant(ref, (sql) =>
      sql.query<Row>(
        'session_and_account',
        `select s.id, s.account_id as "accountId", s.expires_at as "expiresAt", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
                s.authenticated_at as "authenticatedAt", s.user_agent as "userAgent", s.ip_prefix as "ipPrefix", s.place,
                a.email, a.name, a.role, a.locale, a.time_zone as "timeZone", a.totp_confirmed_at is not null as "hasSecondFactor"
         from session s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
         where s.tenant_id = (select current_tenant()) and s.id = $1`,
        [sessionId],
      ),
    )
    if (!row) return [null, null]
    const { id, accountId, expiresAt, email, name, role, locale, timeZone, hasSecondFactor, ...facts } = row
    const user: DatabaseUser = { id: accountId, attributes: { email, name, role, locale, timeZone, hasSecondFactor } }
    return [{ id, userId: accountId, expiresAt, attributes: facts }, user]
  }

function adapter(run: Run, find: Find): Adapter {
  return {
    getSessionAndUser: find,
    getUserSessions: (accountId) =>
      run(async (db) => {
        const rows = await db.session.findMany({ where: { accountId }, orderBy: { lastSeenAt: 'desc' } })
        return rows.map(
          ({ tenantId: _, id, accountId: userId, expiresAt, ...attributes }): DatabaseSession => ({ id, userId, expiresAt, attributes }),
        )
      }),
    setSession: ({ id, userId, expiresAt, attributes }) =>
      run(async (db) => {
        await db.session.create({ data: { id, accountId: userId, expiresAt, ...attributes } })
      }),
    // Lucia calls this inside a check: a database that can't be written to must not sign anybody out.
    updateSessionExpiration: (id, expiresAt) =>
      run((db) => db.session.updateMany({ where: { id }, data: { expiresAt } })).then(
        () => undefined,
        (error) => logger.warn({ err: error }, 'a session could not be extended'),
      ),
    deleteSession: (id) =>
      run(async (db) => {
        await db.session.deleteMany({ where: { id } })
      }),
    deleteUserSessions: (accountId) =>
      run(async (db) => {
        await db.session.deleteMany({ where: { accountId } })
      }),
    deleteExpiredSessions: () =>
      run(async (db) => {
        await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } })
      }),
  }
}

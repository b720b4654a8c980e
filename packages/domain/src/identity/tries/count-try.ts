import { limits } from '@residency/config'
import { type TenantDb, writeTenant } from '@residency/db'
import type { TenantContext } from '../../context/index.ts'
import { AppError } from '../../errors/index.ts'
import { keyedHash } from '../../secrets/index.ts'
import { knownBrowserOf } from '../../sessions/index.ts'
import { lockOutMs, rememberedMs } from './lock-out.ts'

interface Rule {
  /** Tries from one network on one subject within the window. */
  most: number
  windowMs: number
  /** Tries from everywhere on one subject within a day; above that there is one an hour, so that nobody can use them all up for others. */
  mostADay?: number
  /** Whether tries that are not cleared by a success make the subject rest. */
  locks: boolean
}

const minute = 60_000
const rules = {
  /** Subject: the address typed in, whether it has an account or not. */
  signIn: { most: limits.signInPerMinute, windowMs: minute, locks: true },
  /** Subject: the account. A code has six digits. */
  secondFactor: { most: limits.signInPerMinute, windowMs: minute, locks: true },
  /** Subject: the account whose password is asked again. */
  password: { most: limits.signInPerMinute, windowMs: minute, locks: true },
  /** Subject: the address that a link which lets in is asked for. */
  mail: { most: limits.mailsPerAddressPerHour, windowMs: 60 * minute, mostADay: 4 * limits.mailsPerAddressPerHour, locks: false },
  /** Subject: an address that somebody wants to use. Counted apart: its mails let nobody in who has an account, and must not use up those that do. */
  newAddress: { most: limits.mailsPerAddressPerHour, windowMs: 60 * minute, mostADay: 4 * limits.mailsPerAddressPerHour, locks: false },
} as const satisfies Record<string, Rule>
export type TryKind = keyof typeof rules

/** Whom the tries are against. */
export interface Subject {
  /** The address typed in, or the account's id. */
  name: string
  /** Whose browser it would have to be to be counted apart. */
  email: string
}

/** What tries are counted under: the subject alone, or the subject as tried from a browser that its owner has signed in with before. */
function countedName(ctx: TenantContext, { name, email }: Subject): string {
  const browser = knownBrowserOf(ctx, email)
  return browser === null ? name : `${name}|browser|${browser}`
}
const subjectKey = (ctx: TenantContext, kind: TryKind, counted: string): string =>
  keyedHash('try', `${ctx.ref.tenantId}|${kind}|${counted}`)
const pairKey = (ctx: TenantContext, kind: TryKind, counted: string): string =>
  keyedHash('try', `${ctx.ref.tenantId}|${kind}|${counted}|${ctx.ipPrefix ?? 'unknown'}`)

interface Counted {
  pair: number
  pairFirst: Date | null
  all: number
  last: Date | null
}

/**
 * Counts a try before anything is hashed, in Postgres, in a transaction of its own: it stands whatever becomes of the try.
 * Counting takes a lock on the subject, so that tries at the same moment are counted one after another.
 * A browser that the owner has signed in with before has a count of its own: strangers make others rest, not it.
 * Throws `too_many` with the wait. Returns how many tries are now uncleared.
 */
export async function countTry(ctx: TenantContext, kind: TryKind, subject: Subject): Promise<{ uncleared: number }> {
  const rule: Rule = rules[kind]
  const now = ctx.now().getTime()
  const name = countedName(ctx, subject)
  const [all, pair] = [subjectKey(ctx, kind, name), pairKey(ctx, kind, name)]
  return writeTenant(ctx.ref, async (sql) => {
    await sql.query('try_lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [all])
    const [counted] = await sql.query<Counted>(
      'try_count',
      `select count(*) filter (where key = $1 and at > $3)::int as pair, min(at) filter (where key = $1 and at > $3) as "pairFirst",
              count(*) filter (where key = $2)::int as all, max(at) filter (where key = $2) as last
       from sign_in_attempt where tenant_id = (select current_tenant()) and key in ($1, $2) and at > $4`,
      [pair, all, new Date(now - rule.windowMs), new Date(now - rememberedMs)],
    )
    if (!counted) throw new Error('a count has a row')
    if (counted.pair >= rule.most) throw wait('account.tooManyTries', (counted.pairFirst?.getTime() ?? now) + rule.windowMs - now)
    const nextAt = (counted.last?.getTime() ?? 0) + 60 * minute
    if (counted.all >= (rule.mostADay ?? Number.POSITIVE_INFINITY) && nextAt > now) throw wait('account.tooManyTries', nextAt - now)
    const restsUntil = rule.locks ? (counted.last?.getTime() ?? 0) + lockOutMs(counted.all) : 0
    if (restsUntil > now) throw wait('account.locked', restsUntil - now)
    await sql.query('try_insert', 'insert into sign_in_attempt (key, at) values ($1, $3), ($2, $3)', [pair, all, new Date(now)])
    return { uncleared: counted.all + 1 }
  })
}

const wait = (messageKey: 'account.tooManyTries' | 'account.locked', retryAfterMs: number): AppError =>
  new AppError('too_many', { messageKey, retryAfterMs, params: { count: Math.ceil(retryAfterMs / minute) } })

/** A success wipes what would make the subject rest, as counted for this browser; the limit a minute stays. */
export async function clearTries(db: TenantDb, ctx: TenantContext, kind: TryKind, subject: Subject): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { key: subjectKey(ctx, kind, countedName(ctx, subject)) } })
}

/** A link that came by mail proves the mailbox: it ends the rest that strangers caused as well. */
export async function clearAllTries(db: TenantDb, ctx: TenantContext, kind: TryKind, subject: Subject): Promise<void> {
  const names = new Set([subject.name, countedName(ctx, subject)])
  await db.signInAttempt.deleteMany({ where: { key: { in: [...names].map((name) => subjectKey(ctx, kind, name)) } } })
}

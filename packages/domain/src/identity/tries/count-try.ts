import { limits } from '@residency/config'
import { type TenantDb, writeTenant } from '@residency/db'
import type { TenantContext } from '../../context/index.ts'
import { AppError } from '../../errors/index.ts'
import { keyedHash } from '../../secrets/index.ts'
import { lockOutMs, rememberedMs } from './lock-out.ts'

interface Rule {
  /** Tries from one network on one subject within the window. */
  most: number
  windowMs: number
  /** Tries from everywhere on one subject within a day. */
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
  /** Subject: the address that a mail is asked for. */
  mail: { most: limits.mailsPerAddressPerHour, windowMs: 60 * minute, mostADay: 4 * limits.mailsPerAddressPerHour, locks: false },
} as const satisfies Record<string, Rule>
export type TryKind = keyof typeof rules

const subjectKey = (ctx: TenantContext, kind: TryKind, subject: string): string =>
  keyedHash('try', `${ctx.ref.tenantId}|${kind}|${subject}`)
const pairKey = (ctx: TenantContext, kind: TryKind, subject: string): string =>
  keyedHash('try', `${ctx.ref.tenantId}|${kind}|${subject}|${ctx.ipPrefix ?? 'unknown'}`)

interface Counted {
  pair: number
  pairFirst: Date | null
  all: number
  last: Date | null
}

/**
 * Counts a try before anything is hashed, in Postgres, in a transaction of its own: it stands whatever becomes of the try.
 * Counting takes a lock on the subject, so that tries at the same moment are counted one after another.
 * Throws `too_many` with the wait. Returns how many tries are now uncleared.
 */
export async function countTry(ctx: TenantContext, kind: TryKind, subject: string): Promise<{ uncleared: number }> {
  const rule: Rule = rules[kind]
  const now = ctx.now().getTime()
  const [all, pair] = [subjectKey(ctx, kind, subject), pairKey(ctx, kind, subject)]
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
    if (counted.all >= (rule.mostADay ?? Number.POSITIVE_INFINITY)) throw wait('account.tooManyTries', 60 * minute)
    const restsUntil = rule.locks ? (counted.last?.getTime() ?? 0) + lockOutMs(counted.all) : 0
    if (restsUntil > now) throw wait('account.locked', restsUntil - now)
    await sql.query('try_insert', 'insert into sign_in_attempt (key, at) values ($1, $3), ($2, $3)', [pair, all, new Date(now)])
    return { uncleared: counted.all + 1 }
  })
}

const wait = (messageKey: 'account.tooManyTries' | 'account.locked', retryAfterMs: number): AppError =>
  new AppError('too_many', { messageKey, retryAfterMs, params: { count: Math.ceil(retryAfterMs / minute) } })

/** A success wipes what would make the subject rest; the limit a minute stays. */
export async function clearTries(db: TenantDb, ctx: TenantContext, kind: TryKind, subject: string): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { key: subjectKey(ctx, kind, subject) } })
}

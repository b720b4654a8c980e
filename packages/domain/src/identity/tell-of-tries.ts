import type { TenantDb } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { randomToken } from '../secrets/index.ts'
import { answerLater } from './answers.ts'
import { lockOutMs } from './tries/index.ts'

export interface FailedTry {
  email: string
  /** As `countTry` counted it. */
  uncleared: number
  /** A wrong code means that somebody knew the password. */
  what: 'password' | 'code'
}

/**
 * Has the owner of an address told by mail, once a day, when wrong tries have made it rest. The row is written for every address alike:
 * the job looks whether it has an account. Returns when the rest ends, or null when there is none.
 */
export async function tellOfTries(db: TenantDb, ctx: TenantContext, { email, uncleared, what }: FailedTry): Promise<Date | null> {
  const restMs = lockOutMs(uncleared)
  if (restMs === 0) return null
  const until = new Date(ctx.now().getTime() + restMs)
  const asked = { email, token: randomToken(), locale: ctx.locale, at: ctx.now().toISOString() }
  await answerLater(db, ctx, { kind: 'triesFailed', ...asked, what, until: until.toISOString() })
  return until
}

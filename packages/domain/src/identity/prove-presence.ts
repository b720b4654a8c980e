import { withTenant } from '@residency/db'
import type { AccountContext } from '../context/index.ts'
import { AppError, invalid, unauthenticated } from '../errors/index.ts'
import { passwordMatches } from './passwords/index.ts'
import { clearTries, countTry } from './tries/index.ts'

/** For accounts without a password: how long after a sign-in something sensitive may be done without another. */
const freshMs = 15 * 60_000

/**
 * Asks for the password again before something sensitive: a session alone may be somebody who found the phone unlocked.
 * Throws `invalid` (field `password`), `forbidden` (no password and the sign-in is old), `too_many`. Returns the account.
 */
export async function provePresence(ctx: AccountContext, unverifiedPassword: string | null) {
  const { accountId, authenticatedAt } = ctx.actor
  const account = await withTenant(ctx.ref, (db) => db.account.findFirst({ where: { id: accountId } }))
  if (!account) throw unauthenticated()
  if (account.passwordHash === null) {
    if (ctx.now().getTime() - authenticatedAt.getTime() > freshMs) throw new AppError('forbidden', { messageKey: 'account.signInAgain' })
    return account
  }
  if (!unverifiedPassword) throw invalid({ password: 'field.required' })
  await countTry(ctx, 'password', { name: accountId, email: account.email })
  if (!(await passwordMatches(account.passwordHash, unverifiedPassword))) throw invalid({ password: 'account.passwordWrong' })
  await withTenant(ctx.ref, (db) => clearTries(db, ctx, 'password', { name: accountId, email: account.email }))
  return account
}

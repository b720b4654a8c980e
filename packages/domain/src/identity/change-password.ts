import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { invalid } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { type OpenedSession, rotateSessions } from '../sessions/index.ts'
import { chosenPassword, givenPassword } from './fields.ts'
import { sendNotice } from './letters.ts'
import { voidTokens } from './one-time-tokens.ts'
import { hashPassword, passwordProblem } from './passwords/index.ts'
import { provePresence } from './prove-presence.ts'

export const changePasswordSchema = z.object({
  /** The present one; an account without a password leaves it empty. */
  password: givenPassword.nullable(),
  newPassword: chosenPassword,
})

/**
 * Changes the password: every other session ends, this one gets a new token, open links become worthless, a mail says so.
 * Throws `unauthenticated`, `invalid` (fields `password`, `newPassword`), `forbidden`, `too_many`.
 */
export async function changePassword(given: TenantContext, input: z.output<typeof changePasswordSchema>): Promise<OpenedSession> {
  const ctx = requireAccount(given)
  const account = await provePresence(ctx, input.password)
  const owner = { ...account, hasSecondFactor: account.totpConfirmedAt !== null, site: [ctx.tenant.name, ctx.tenant.slug] }
  const problem = input.newPassword === input.password ? 'account.password.same' : await passwordProblem(input.newPassword, owner)
  if (problem) throw invalid({ newPassword: problem })
  const passwordHash = await hashPassword(input.newPassword)
  return withTenant(ctx.ref, async (db) => {
    await db.account.update({ where: db.key(account.id), data: { passwordHash } })
    await voidTokens(db, account.id, ['reset_password', 'magic_link', 'change_email', 'second_factor'])
    await recordAudit(db, ctx, { action: 'account.passwordChanged', subjectKind: 'account', subjectId: account.id })
    await sendNotice(db, ctx, account, 'passwordChanged')
    return rotateSessions(db, ctx)
  })
}

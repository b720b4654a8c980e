import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { invalid } from '../errors/index.ts'
import { endSessionsOf } from '../sessions/index.ts'
import { type Entry, enter } from './enter.ts'
import { chosenPassword, tokenField } from './fields.ts'
import { sendNotice } from './letters.ts'
import { consumeToken, findToken, linkGone, voidTokens } from './one-time-tokens.ts'
import { hashPassword, passwordProblem } from './passwords/index.ts'
import { clearAllTries } from './tries/index.ts'

export const resetPasswordSchema = z.object({ token: tokenField, password: chosenPassword })

/**
 * Sets a new password by a mail's link: every session ends, every other link becomes worthless, a lock-out is over.
 * The second factor stays and is asked for. Throws `gone`, `invalid` (field `password`).
 */
export async function resetPassword(ctx: TenantContext, input: z.output<typeof resetPasswordSchema>): Promise<Entry> {
  const waiting = await withTenant(ctx.ref, (db) => findToken(db, ctx, 'reset_password', input.token))
  if (!waiting) throw linkGone()
  const { account } = waiting
  const owner = { ...account, hasSecondFactor: account.totpConfirmedAt !== null, site: [ctx.tenant.name, ctx.tenant.slug] }
  const problem = await passwordProblem(input.password, owner)
  if (problem) throw invalid({ password: problem })
  const passwordHash = await hashPassword(input.password)
  return withTenant(ctx.ref, async (db) => {
    await consumeToken(db, ctx, 'reset_password', input.token)
    await voidTokens(db, account.id, ['reset_password', 'magic_link', 'verify_email', 'change_email', 'second_factor'])
    await endSessionsOf(db, account.id)
    await clearAllTries(db, ctx, 'signIn', { name: account.email, email: account.email })
    await clearAllTries(db, ctx, 'password', { name: account.id, email: account.email })
    await db.account.update({
      where: db.key(account.id),
      data: { passwordHash, failedSignIns: 0, lockedUntil: null, emailVerifiedAt: account.emailVerifiedAt ?? ctx.now() },
    })
    await recordAudit(db, ctx, { action: 'account.passwordReset', subjectKind: 'account', subjectId: account.id, actor: account })
    await sendNotice(db, ctx, account, 'passwordChanged')
    return enter(db, ctx, account, 'reset')
  })
}

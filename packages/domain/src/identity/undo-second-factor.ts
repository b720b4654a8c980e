import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { endSessionsOf } from '../sessions/index.ts'
import { tokenField } from './fields.ts'
import { sendNotice } from './letters.ts'
import { consumeToken, issueToken, voidTokens } from './one-time-tokens.ts'

export const undoSecondFactorSchema = z.object({ token: tokenField })

/**
 * Gives an account back to the reader of the letter that told of a second factor, when somebody else had set it up: the factor and its codes go,
 * every session ends, every other link and the password become worthless, and an address that was changed since is the letter's again.
 * Returns the token with which a new password is chosen (`resetPassword`). Throws `gone`.
 */
export async function undoSecondFactor(
  ctx: TenantContext,
  input: z.output<typeof undoSecondFactorSchema>,
): Promise<{ resetToken: string }> {
  return withTenant(ctx.ref, async (db) => {
    const { account, email } = await consumeToken(db, ctx, 'undo_second_factor', input.token)
    // Somebody may have signed up with it since; then the account keeps the one it has.
    const isTaken = email !== account.email && (await db.account.count({ where: { email } })) > 0
    const owner = { ...account, email: isTaken ? account.email : email }
    await voidTokens(db, account.id, [
      'reset_password',
      'magic_link',
      'verify_email',
      'change_email',
      'second_factor',
      'undo_second_factor',
    ])
    await endSessionsOf(db, account.id)
    await db.recoveryCode.deleteMany({ where: { accountId: account.id } })
    await db.account.update({
      where: db.key(account.id),
      data: { email: owner.email, passwordHash: null, totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    })
    await recordAudit(db, ctx, { action: 'account.secondFactorUndone', subjectKind: 'account', subjectId: account.id, actor: account })
    await sendNotice(db, ctx, owner, 'secondFactorOff')
    const resetToken = await issueToken(db, ctx, { kind: 'reset_password', accountId: account.id, email: owner.email })
    if (!resetToken) throw new Error('a random token was made twice')
    return { resetToken }
  })
}

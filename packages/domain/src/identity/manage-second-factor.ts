import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, invalid } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { type OpenedSession, rotateSessions } from '../sessions/index.ts'
import { chosenPassword, givenPassword } from './fields.ts'
import { sendNotice } from './letters.ts'
import { hashPassword, passwordLengths, passwordProblem } from './passwords/index.ts'
import { provePresence } from './prove-presence.ts'
import { replaceRecoveryCodes } from './recovery-code-rows.ts'

export const disableSecondFactorSchema = z.object({
  password: givenPassword.nullable(),
  /** Wanted when the present password is shorter than one alone may be. */
  newPassword: chosenPassword.nullable(),
})

/**
 * Switches the second factor off. A password chosen beside one may be short: then a longer one has to be chosen at the same time.
 * Every other session ends. Throws `unauthenticated`, `conflict` (it is off), `invalid` (fields `password`, `newPassword`), `forbidden`, `too_many`.
 */
export async function disableSecondFactor(given: TenantContext, input: z.output<typeof disableSecondFactorSchema>): Promise<OpenedSession> {
  const ctx = requireAccount(given)
  const account = await provePresence(ctx, input.password)
  if (!account.totpConfirmedAt) throw conflict('account.factorOff')
  const alone = { ...account, hasSecondFactor: false, site: [ctx.tenant.name, ctx.tenant.slug] }
  const short = input.password !== null && [...input.password].length < passwordLengths.alone
  if (short && !input.newPassword) throw invalid({ newPassword: 'account.password.longerFirst' })
  const problem = input.newPassword ? await passwordProblem(input.newPassword, alone) : null
  if (problem) throw invalid({ newPassword: problem })
  const passwordHash = input.newPassword ? await hashPassword(input.newPassword) : account.passwordHash
  return withTenant(ctx.ref, async (db) => {
    await db.account.update({
      where: db.key(account.id),
      data: { passwordHash, totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    })
    await db.recoveryCode.deleteMany({ where: { accountId: account.id } })
    await recordAudit(db, ctx, { action: 'account.secondFactorOff', subjectKind: 'account', subjectId: account.id })
    await sendNotice(db, ctx, account, 'secondFactorOff')
    if (input.newPassword) await sendNotice(db, ctx, account, 'passwordChanged')
    return rotateSessions(db, ctx)
  })
}

export const renewRecoveryCodesSchema = z.object({ password: givenPassword.nullable() })

/** New recovery codes in place of the old. Throws `unauthenticated`, `conflict` (there is no second factor), `invalid`, `forbidden`, `too_many`. */
export async function renewRecoveryCodes(given: TenantContext, input: z.output<typeof renewRecoveryCodesSchema>): Promise<string[]> {
  const ctx = requireAccount(given)
  const account = await provePresence(ctx, input.password)
  if (!account.totpConfirmedAt) throw conflict('account.factorOff')
  return withTenant(ctx.ref, async (db) => {
    await recordAudit(db, ctx, { action: 'account.recoveryCodesRenewed', subjectKind: 'account', subjectId: account.id })
    await sendNotice(db, ctx, account, 'recoveryCodesRenewed')
    return replaceRecoveryCodes(db, account.id)
  })
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { AppError, invalid } from '../errors/index.ts'
import type { OpenedSession } from '../sessions/index.ts'
import { admit } from './enter.ts'
import { tokenField } from './fields.ts'
import { sendNotice } from './letters.ts'
import { consumeToken, findToken } from './one-time-tokens.ts'
import { spendCode } from './second-factor/index.ts'
import { tellOfTries } from './tell-of-tries.ts'
import { clearTries, countTry } from './tries/index.ts'

export const completeSignInSchema = z.object({
  /** From the cookie that `signIn` asked for. */
  step: tokenField,
  /** Six digits of the app, or a recovery code. */
  code: z.string().trim().min(6).max(40),
})

const stepGone = (): AppError => new AppError('gone', { messageKey: 'account.stepGone' })

/**
 * The second half of a sign-in. Throws `gone` (ten minutes are over: start again), `invalid` (field `code`), `too_many`.
 */
export async function completeSignIn(ctx: TenantContext, input: z.output<typeof completeSignInSchema>): Promise<OpenedSession> {
  const waiting = await withTenant(ctx.ref, (db) => findToken(db, ctx, 'second_factor', input.step))
  if (!waiting) throw stepGone()
  const { account } = waiting
  const subject = { name: account.id, email: account.email }
  const { uncleared } = await countTry(ctx, 'secondFactor', subject)
  const session = await withTenant(ctx.ref, async (db) => {
    const spent = await spendCode(db, ctx, account, input.code)
    if (!spent) {
      await tellOfTries(db, ctx, { email: account.email, uncleared, what: 'code' })
      return null
    }
    await consumeToken(db, ctx, 'second_factor', input.step)
    await clearTries(db, ctx, 'secondFactor', subject)
    if (spent === 'recovery') {
      const left = await db.recoveryCode.count({ where: { accountId: account.id, usedAt: null } })
      await sendNotice(db, ctx, account, 'recoveryCodeUsed', { left })
    }
    return admit(db, ctx, account, { secondFactor: spent })
  })
  if (!session) throw invalid({ code: 'account.codeWrong' })
  return session
}

/** Whether a step still waits for its code. */
export async function stepWaits(ctx: TenantContext, input: { unverifiedStep: string | null }): Promise<boolean> {
  const step = tokenField.safeParse(input.unverifiedStep)
  if (!step.success) return false
  return withTenant(ctx.ref, async (db) => (await findToken(db, ctx, 'second_factor', step.data)) !== null)
}

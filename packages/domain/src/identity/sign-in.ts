import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { randomToken } from '../secrets/index.ts'
import { answerLater } from './answers.ts'
import { type Entry, enter } from './enter.ts'
import { emailField, givenPassword } from './fields.ts'
import { hashPassword, isOutdated, passwordMatches } from './passwords/index.ts'
import { signUpStep } from './sign-up-step.ts'
import { tellOfTries } from './tell-of-tries.ts'
import { clearTries, countTry } from './tries/index.ts'

export const signInSchema = z.object({ email: emailField, password: givenPassword })

/** `unverified`: the password is right and the address still waits; its mail was sent again, and with `step` its link asks for no password here. */
export type SignInResult = Entry | { state: 'unverified'; step: string }

const failed = (): AppError => new AppError('invalid', { messageKey: 'account.signInFailed' })

/**
 * Signs in by password. An unknown address, a wrong password and an account without one get the same answer after the same work:
 * one count, one look-up, one hash, one write. Throws `invalid`, `too_many`.
 */
export async function signIn(ctx: TenantContext, input: z.output<typeof signInSchema>): Promise<SignInResult> {
  const { email, password } = input
  const subject = { name: email, email }
  const { uncleared } = await countTry(ctx, 'signIn', subject)
  const account = await withTenant(ctx.ref, (db) => db.account.findFirst({ where: { email } }))
  const matches = await passwordMatches(account?.passwordHash ?? null, password)
  if (!account || !matches) {
    await withTenant(ctx.ref, async (db) => {
      const lockedUntil = await tellOfTries(db, ctx, { email, uncleared, what: 'password' })
      await db.account.updateMany({ where: { email }, data: { failedSignIns: { increment: 1 }, lockedUntil } })
    })
    throw failed()
  }
  if (!account.emailVerifiedAt) await countTry(ctx, 'mail', subject)
  // Costly work stays outside the transaction.
  const renewed = account.passwordHash && isOutdated(account.passwordHash) ? await hashPassword(password) : null
  return withTenant(ctx.ref, async (db) => {
    await clearTries(db, ctx, 'signIn', subject)
    if (!account.emailVerifiedAt) {
      await answerLater(db, ctx, { kind: 'verifyAgain', email, token: randomToken(), locale: ctx.locale, at: ctx.now().toISOString() })
      return { state: 'unverified', step: signUpStep(ctx, email, account.passwordHash ?? '') }
    }
    await db.account.update({
      where: db.key(account.id),
      data: { failedSignIns: 0, lockedUntil: null, ...(renewed ? { passwordHash: renewed } : {}) },
    })
    return enter(db, ctx, account, 'password')
  })
}

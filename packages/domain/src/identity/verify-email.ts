import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { invalid } from '../errors/index.ts'
import { type Entry, enter } from './enter.ts'
import { givenPassword, tokenField } from './fields.ts'
import { consumeToken, findToken, linkGone, voidTokens } from './one-time-tokens.ts'
import { passwordMatches } from './passwords/index.ts'
import { stepProves } from './sign-up-step.ts'
import { clearTries, countTry } from './tries/index.ts'

export const verifyEmailSchema = z.object({
  token: tokenField,
  /** From this browser's cookie, when it is the one that signed up. */
  step: z.string().nullable(),
  /** Asked for in any other browser. */
  password: givenPassword.nullable(),
})

export type VerificationState = { state: 'gone' } | { state: 'ready' | 'needsPassword'; email: string }

/** What the page behind the mail's link should show. Uses nothing up: mail scanners open links. */
export async function inspectVerification(
  ctx: TenantContext,
  input: { unverifiedToken: string | null; step: string | null },
): Promise<VerificationState> {
  const token = tokenField.safeParse(input.unverifiedToken)
  const found = token.success ? await withTenant(ctx.ref, (db) => findToken(db, ctx, 'verify_email', token.data)) : null
  if (!found) return { state: 'gone' }
  return { state: stepProves(ctx, input.step, found.account) ? 'ready' : 'needsPassword', email: found.email }
}

/** Confirms an address and signs in. Throws `gone`, `invalid` (field `password`), `too_many`. */
export async function verifyEmail(ctx: TenantContext, input: z.output<typeof verifyEmailSchema>): Promise<Entry> {
  const waiting = await withTenant(ctx.ref, (db) => findToken(db, ctx, 'verify_email', input.token))
  if (!waiting) throw linkGone()
  const { account } = waiting
  if (!stepProves(ctx, input.step, account)) {
    if (!input.password) throw invalid({ password: 'field.required' })
    await countTry(ctx, 'password', { name: account.id, email: account.email })
    if (!(await passwordMatches(account.passwordHash, input.password))) throw invalid({ password: 'account.passwordWrong' })
  }
  return withTenant(ctx.ref, async (db) => {
    await consumeToken(db, ctx, 'verify_email', input.token)
    await voidTokens(db, account.id, ['verify_email'])
    await clearTries(db, ctx, 'password', { name: account.id, email: account.email })
    await db.account.update({ where: db.key(account.id), data: { emailVerifiedAt: ctx.now() } })
    await recordAudit(db, ctx, { action: 'account.verified', subjectKind: 'account', subjectId: account.id, actor: account })
    return enter(db, ctx, account, 'verification')
  })
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { randomToken } from '../secrets/index.ts'
import { knownBrowserOf } from '../sessions/index.ts'
import { answerLater } from './answers.ts'
import { emailField } from './fields.ts'
import { readSignUpStep } from './sign-up-step.ts'
import { countTry } from './tries/index.ts'

/** A path on this site, never another host's: `//host` and `/\host` are addresses of others. */
export const returnPath = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[^\s\\]*$/)

export const requestMagicLinkSchema = z.object({ email: emailField, returnTo: returnPath.nullable().default(null) })
export const requestPasswordResetSchema = z.object({ email: emailField })

const asked = (ctx: TenantContext, email: string) => ({
  email,
  token: randomToken(),
  locale: ctx.locale,
  at: ctx.now().toISOString(),
  inKnownBrowser: knownBrowserOf(ctx, email) !== null,
})

/** Asks for a link that signs in. Nothing tells whether the address has an account. Throws `too_many`. */
export async function requestMagicLink(ctx: TenantContext, input: z.output<typeof requestMagicLinkSchema>): Promise<void> {
  await countTry(ctx, 'mail', { name: input.email, email: input.email })
  await withTenant(ctx.ref, (db) => answerLater(db, ctx, { kind: 'magicLink', ...asked(ctx, input.email), returnTo: input.returnTo }))
}

/** Asks for a link to choose a new password. Nothing tells whether the address has an account. Throws `too_many`. */
export async function requestPasswordReset(ctx: TenantContext, input: z.output<typeof requestPasswordResetSchema>): Promise<void> {
  await countTry(ctx, 'mail', { name: input.email, email: input.email })
  await withTenant(ctx.ref, (db) => answerLater(db, ctx, { kind: 'resetPassword', ...asked(ctx, input.email) }))
}

/** Asks for the confirmation mail once more, from the browser that signed up. Throws `gone` (no step), `too_many`. */
export async function requestVerificationAgain(ctx: TenantContext, input: { unverifiedStep: string | null }): Promise<void> {
  const step = readSignUpStep(ctx, input.unverifiedStep)
  if (!step) throw new AppError('gone', { messageKey: 'account.stepGone' })
  await countTry(ctx, 'mail', { name: step.email, email: step.email })
  await withTenant(ctx.ref, (db) => answerLater(db, ctx, { kind: 'verifyAgain', ...asked(ctx, step.email) }))
}

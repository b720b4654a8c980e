import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { invalid } from '../errors/index.ts'
import { randomToken } from '../secrets/index.ts'
import { answerLater } from './answers.ts'
import { chosenPassword, emailField, nameField, timeZoneField } from './fields.ts'
import { hashPassword, passwordProblem } from './passwords/index.ts'
import { signUpStep } from './sign-up-step.ts'
import { countTry } from './tries/index.ts'

export const signUpSchema = z.object({
  name: nameField,
  email: emailField,
  password: chosenPassword,
  /** The terms were agreed to; without that there is no account. */
  terms: z.literal(true, 'account.termsNeeded'),
  /** News by mail: never ticked beforehand. */
  marketing: z.boolean().default(false),
  timeZone: timeZoneField.nullable().default(null),
})

/**
 * Asks for an account. The account is made by a job, which mails a link to confirm the address, or says to its owner that there is one already:
 * the answer here is the same, and so is the work (one hash, one row).
 * Returns a step for this browser's cookie: with it the mail's link needs no password again. Throws `invalid` (password), `too_many`.
 */
export async function signUp(ctx: TenantContext, input: z.output<typeof signUpSchema>): Promise<{ step: string }> {
  const { email, password, name } = input
  const owner = { hasSecondFactor: false, email, name, site: [ctx.tenant.name, ctx.tenant.slug] }
  const problem = await passwordProblem(password, owner)
  if (problem) throw invalid({ password: problem })
  await countTry(ctx, 'newAddress', { name: email, email })
  const passwordHash = await hashPassword(password)
  const { marketing, timeZone } = input
  // The wording agreed to is the one that the site showed in this state (revisions of its pages are kept).
  const asked = { email, token: randomToken(), locale: ctx.locale, at: ctx.now().toISOString() }
  await withTenant(ctx.ref, (db) =>
    answerLater(db, ctx, { kind: 'signUp', ...asked, name, passwordHash, marketing, timeZone, termsVersion: `r${ctx.tenant.revision}` }),
  )
  return { step: signUpStep(ctx, email, passwordHash) }
}

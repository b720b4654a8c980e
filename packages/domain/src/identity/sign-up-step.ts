import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { keyedHash, readSignedToken, signToken } from '../secrets/index.ts'
import { tokenLifeMs } from './one-time-tokens.ts'

const shape = z.object({ email: z.string(), proof: z.string() })
const purpose = (ctx: TenantContext): string => `sign-up:${ctx.ref.tenantId}`
const proofOf = (passwordHash: string): string => keyedHash('sign-up', passwordHash)

/**
 * Proof that this browser chose the password that waits for its address to be confirmed. Who signs up with somebody else's address
 * and waits for them to click gets nothing: without the step the link asks for the password, which only the one who chose it knows.
 */
export const signUpStep = (ctx: TenantContext, email: string, passwordHash: string): string =>
  signToken(purpose(ctx), { email, proof: proofOf(passwordHash) }, new Date(ctx.now().getTime() + tokenLifeMs.verify_email))

export const readSignUpStep = (ctx: TenantContext, unverifiedStep: string | null) =>
  unverifiedStep ? readSignedToken(purpose(ctx), unverifiedStep, shape, ctx.now()) : null

/** Whether the step was given out for this account with the password it has now. */
export function stepProves(
  ctx: TenantContext,
  unverifiedStep: string | null,
  account: { email: string; passwordHash: string | null },
): boolean {
  const step = readSignUpStep(ctx, unverifiedStep)
  return step !== null && account.passwordHash !== null && step.email === account.email && step.proof === proofOf(account.passwordHash)
}

import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { readSignedToken, signToken } from '../secrets/index.ts'

const year = 365 * 24 * 3_600_000
const purpose = (ctx: TenantContext): string => `claim:${ctx.tenant.id}`

/** Lets its holder see one claim and speak for its claimant: goes out in the letters to them alone. Works for two years. */
export const claimToken = (ctx: TenantContext, takedownId: string): string =>
  signToken(purpose(ctx), takedownId, new Date(ctx.now().getTime() + 2 * year))

/** The claim a token is for. Throws `not_found` for what is no token of this tenant's. */
export function requireClaimId(ctx: TenantContext, unverifiedToken: string): string {
  const id = readSignedToken(purpose(ctx), unverifiedToken, z.uuid(), ctx.now())
  if (!id) throw notFound()
  return id
}

import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { keyedHash, randomToken, readSignedToken, signToken } from '../secrets/index.ts'

/** How long a browser that somebody signed in with is known by them. Renewed by each sign-in. */
export const knownBrowserSeconds = 365 * 24 * 60 * 60

const shape = z.object({ whose: z.string(), id: z.string().regex(/^[\w-]{43}$/) })
type Where = Pick<TenantContext, 'ref' | 'now'>

const purpose = (ctx: Where): string => `known-browser:${ctx.ref.tenantId}`
const ownerOf = (ctx: Where, email: string): string => keyedHash('known-browser', `${ctx.ref.tenantId}|${email}`)

/**
 * What a browser keeps after a sign-in: it lets nobody in, it only has its owner's tries counted apart from those of strangers,
 * so that nobody who guesses can lock the owner out (docs/decisions/0014).
 */
export function knownBrowserMark(ctx: Where, email: string): string {
  const expiresAt = new Date(ctx.now().getTime() + knownBrowserSeconds * 1000)
  return signToken(purpose(ctx), { whose: ownerOf(ctx, email), id: randomToken() }, expiresAt)
}

/** A name for this browser when the owner of the address has signed in with it before, else null. Asks no database: an unknown address answers alike. */
export function knownBrowserOf(ctx: Where & Pick<TenantContext, 'unverifiedBrowser'>, email: string): string | null {
  if (!ctx.unverifiedBrowser) return null
  const mark = readSignedToken(purpose(ctx), ctx.unverifiedBrowser, shape, ctx.now())
  return mark && mark.whose === ownerOf(ctx, email) ? mark.id : null
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { recordConsent } from './record-consent.ts'

export const chooseCookiesSchema = z.object({
  analytics: z.boolean().default(false),
  media: z.boolean().default(false),
  /** The wording that was shown (site settings, `consent.version`). */
  version: z.number().int().positive(),
  /** From an earlier choice of the same visitor, when there was one. */
  visitorId: z.uuid().nullable().default(null),
})

/** Keeps what a visitor agreed to and refused, with or without an account. Returns the visitor's id for the cookie. */
export async function chooseCookies(
  ctx: TenantContext,
  input: z.output<typeof chooseCookiesSchema>,
): Promise<{ visitorId: string | null }> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  // Who is signed in is known by the account; an id on top would only tie the two together.
  const visitorId = accountId ? null : (input.visitorId ?? crypto.randomUUID())
  const version = String(input.version)
  await withTenant(ctx.ref, async (db) => {
    for (const kind of ['analytics', 'media'] as const)
      await recordConsent(db, ctx, { accountId, visitorId, kind, granted: input[kind], version })
  })
  return { visitorId }
}

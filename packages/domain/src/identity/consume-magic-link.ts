import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { type Entry, enter } from './enter.ts'
import { tokenField } from './fields.ts'
import { consumeToken, findToken, voidTokens } from './one-time-tokens.ts'
import { clearAllTries } from './tries/index.ts'

export const consumeMagicLinkSchema = z.object({ token: tokenField })

/** The address that a link of this kind signs in, or null. Uses nothing up: mail scanners open links, only the page's button signs in. */
export async function inspectLink(
  ctx: TenantContext,
  input: { kind: 'magic_link' | 'reset_password' | 'change_email' | 'undo_second_factor'; unverifiedToken: string | null },
): Promise<{ email: string; hasSecondFactor: boolean } | null> {
  const token = tokenField.safeParse(input.unverifiedToken)
  const found = token.success ? await withTenant(ctx.ref, (db) => findToken(db, ctx, input.kind, token.data)) : null
  return found ? { email: found.email, hasSecondFactor: found.account.totpConfirmedAt !== null } : null
}

/** Signs in by a mail's link. The link also proves the address and ends a lock-out. Throws `gone`. */
export async function consumeMagicLink(ctx: TenantContext, input: z.output<typeof consumeMagicLinkSchema>): Promise<Entry> {
  return withTenant(ctx.ref, async (db) => {
    const { account, email } = await consumeToken(db, ctx, 'magic_link', input.token)
    await voidTokens(db, account.id, ['magic_link', 'verify_email'])
    await clearAllTries(db, ctx, 'signIn', { name: email, email })
    const proved = account.emailVerifiedAt !== null
    await db.account.update({
      where: db.key(account.id),
      // Nobody knows who chose the password of an account whose address was never confirmed: it may have been a stranger.
      data: { failedSignIns: 0, lockedUntil: null, ...(proved ? {} : { emailVerifiedAt: ctx.now(), passwordHash: null }) },
    })
    if (!proved) await recordAudit(db, ctx, { action: 'account.verified', subjectKind: 'account', subjectId: account.id, actor: account })
    return enter(db, ctx, account, 'magicLink')
  })
}

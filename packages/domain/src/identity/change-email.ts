import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { invalid } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { randomToken } from '../secrets/index.ts'
import { endSessionsOf, type OpenedSession, rotateSessions } from '../sessions/index.ts'
import { answerLater } from './answers.ts'
import { emailField, givenPassword, tokenField } from './fields.ts'
import { sendNotice } from './letters.ts'
import { consumeToken, linkGone, voidTokens } from './one-time-tokens.ts'
import { provePresence } from './prove-presence.ts'
import { countTry } from './tries/index.ts'

export const changeEmailSchema = z.object({ email: emailField, password: givenPassword.nullable() })

/**
 * Asks to move the account to another address: a link goes to the new one, a notice to the old. Whether somebody else has the new address
 * is told to that address alone. Throws `unauthenticated`, `invalid`, `forbidden`, `too_many`.
 */
export async function changeEmail(given: TenantContext, input: z.output<typeof changeEmailSchema>): Promise<void> {
  const ctx = requireAccount(given)
  const account = await provePresence(ctx, input.password)
  if (input.email === account.email) throw invalid({ email: 'account.emailSame' })
  await countTry(ctx, 'newAddress', { name: input.email, email: input.email })
  const asked = { email: input.email, token: randomToken(), locale: ctx.locale, at: ctx.now().toISOString() }
  await withTenant(ctx.ref, async (db) => {
    await voidTokens(db, account.id, ['change_email'])
    await answerLater(db, ctx, { kind: 'changeEmail', ...asked, accountId: account.id })
    await sendNotice(db, ctx, account, 'emailChangeNotice', { newEmail: input.email })
    await recordAudit(db, ctx, { action: 'account.emailChangeAsked', subjectKind: 'account', subjectId: account.id })
  })
}

export const confirmEmailSchema = z.object({ token: tokenField })

/**
 * Moves the account to the address that the link went to. Every session ends; who is signed in here gets a new one.
 * Throws `gone`, also when the address was taken meanwhile.
 */
export async function confirmEmail(ctx: TenantContext, input: z.output<typeof confirmEmailSchema>): Promise<OpenedSession | null> {
  return withTenant(ctx.ref, async (db) => {
    const { account, email } = await consumeToken(db, ctx, 'change_email', input.token)
    if (await db.account.findFirst({ where: { email }, select: { id: true } })) throw linkGone()
    await voidTokens(db, account.id, ['change_email', 'magic_link', 'reset_password', 'second_factor'])
    await db.account.update({ where: db.key(account.id), data: { email, emailVerifiedAt: ctx.now() } })
    await sendNotice(db, ctx, account, 'emailChanged', { newEmail: email })
    await recordAudit(db, ctx, { action: 'account.emailChanged', subjectKind: 'account', subjectId: account.id, actor: account })
    const { actor } = ctx
    if (actor.kind === 'account' && actor.accountId === account.id) return rotateSessions(db, requireAccount(ctx), email)
    await endSessionsOf(db, account.id)
    return null
  })
}

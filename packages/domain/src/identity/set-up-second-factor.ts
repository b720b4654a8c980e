import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, invalid } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { decryptField, encryptField } from '../secrets/index.ts'
import { type OpenedSession, rotateSessions } from '../sessions/index.ts'
import { givenPassword } from './fields.ts'
import { sendNotice, undoPath } from './letters.ts'
import { issueToken } from './one-time-tokens.ts'
import { provePresence } from './prove-presence.ts'
import { replaceRecoveryCodes } from './recovery-code-rows.ts'
import { newTotpSecret, readableSecret, spendCode, totpPurpose, totpUri } from './second-factor/index.ts'
import { clearTries, countTry } from './tries/index.ts'

export interface Enrolment {
  /** For a QR code. */
  uri: string
  /** For typing. */
  secret: string
}

export const beginSecondFactorSchema = z.object({ password: givenPassword.nullable() })

/** Makes a secret that waits for its first code. Throws `unauthenticated`, `conflict` (there is a second factor), `invalid`, `forbidden`, `too_many`. */
export async function beginSecondFactor(given: TenantContext, input: z.output<typeof beginSecondFactorSchema>): Promise<void> {
  const ctx = requireAccount(given)
  const account = await provePresence(ctx, input.password)
  if (account.totpConfirmedAt) throw conflict('account.factorOn')
  const totpSecret = encryptField(newTotpSecret(), totpPurpose)
  await withTenant(ctx.ref, (db) => db.account.update({ where: db.key(account.id), data: { totpSecret, totpLastStep: null } }))
}

/** The secret that waits for its first code, or null. Throws `unauthenticated`. */
export async function pendingEnrolment(given: TenantContext): Promise<Enrolment | null> {
  const ctx = requireAccount(given)
  const account = await withTenant(ctx.ref, (db) => db.account.findFirst({ where: { id: ctx.actor.accountId, totpConfirmedAt: null } }))
  if (!account?.totpSecret) return null
  const secret = decryptField(account.totpSecret, totpPurpose)
  return { uri: totpUri(secret, ctx.tenant.name, account.email), secret: readableSecret(secret) }
}

export const confirmSecondFactorSchema = z.object({ code: z.string().trim().min(6).max(12) })

/**
 * Switches the second factor on with a first code. Every other session ends. Returns the recovery codes: they are shown once.
 * Throws `unauthenticated`, `conflict` (nothing waits), `invalid` (field `code`), `too_many`.
 */
export async function confirmSecondFactor(
  given: TenantContext,
  input: z.output<typeof confirmSecondFactorSchema>,
): Promise<{ recoveryCodes: string[]; session: OpenedSession }> {
  const ctx = requireAccount(given)
  const subject = { name: ctx.actor.accountId, email: ctx.actor.email }
  await countTry(ctx, 'secondFactor', subject)
  return withTenant(ctx.ref, async (db) => {
    const account = await db.account.findFirst({ where: { id: ctx.actor.accountId, totpConfirmedAt: null } })
    if (!account?.totpSecret) throw conflict('account.factorNotPending')
    if ((await spendCode(db, ctx, account, input.code)) !== 'app') throw invalid({ code: 'account.codeWrong' })
    await db.account.update({ where: db.key(account.id), data: { totpConfirmedAt: ctx.now() } })
    const recoveryCodes = await replaceRecoveryCodes(db, account.id)
    await clearTries(db, ctx, 'secondFactor', subject)
    await recordAudit(db, ctx, { action: 'account.secondFactorOn', subjectKind: 'account', subjectId: account.id })
    // Whoever set it up may be a thief: then the letter's reader has to get in without it.
    const token = await issueToken(db, ctx, { kind: 'undo_second_factor', accountId: account.id, email: account.email })
    if (!token) throw new Error('a random token was made twice')
    await sendNotice(db, ctx, account, 'secondFactorOn', { undoUrl: undoPath(ctx, account, token) })
    return { recoveryCodes, session: await rotateSessions(db, ctx) }
  })
}

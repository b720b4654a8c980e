import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requireAccount, requireNotLastOwner } from '../policy/index.ts'
import { givenPassword } from './fields.ts'
import { sendNotice } from './letters.ts'
import { provePresence } from './prove-presence.ts'

export const deleteAccountSchema = z.object({ password: givenPassword.nullable(), sure: z.literal(true) })

/**
 * Erases the signed-in person: the account with its sessions, links and codes, the mails kept about it, invitations to it. Consents stay as proof
 * without the person; the audit keeps an id that no longer leads anywhere. Throws `unauthenticated`, `conflict` (the last owner), `invalid`, `forbidden`, `too_many`.
 */
export async function deleteAccount(given: TenantContext, input: z.output<typeof deleteAccountSchema>): Promise<void> {
  const ctx = requireAccount(given)
  const account = await provePresence(ctx, input.password)
  await withTenant(ctx.ref, async (db) => {
    await requireNotLastOwner(db, account.id)
    await db.mailSend.deleteMany({ where: { recipient: account.email } })
    await db.invitation.deleteMany({ where: { email: account.email } })
    await db.consentRecord.updateMany({ where: { accountId: account.id }, data: { accountId: null } })
    await recordAudit(db, ctx, { action: 'account.deleted', subjectKind: 'account', subjectId: account.id })
    await db.account.delete({ where: db.key(account.id) })
    await sendNotice(db, ctx, account, 'accountDeleted')
  })
}

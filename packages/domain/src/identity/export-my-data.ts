import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { exportCommunity } from '../community/index.ts'
import type { TenantContext } from '../context/index.ts'
import { exportListening } from '../listening/index.ts'
import { requireAccount } from '../policy/index.ts'
import { exportClaims } from '../rights/index.ts'
import { describeDevice, describePlace } from '../sessions/index.ts'
import { givenPassword } from './fields.ts'
import { sendNotice } from './letters.ts'
import { provePresence } from './prove-presence.ts'

export const exportMyDataSchema = z.object({ password: givenPassword.nullable() })

/**
 * Everything kept about the signed-in person, as plain data for a JSON file; secrets (password, codes, tokens) are left out.
 * A notice goes by mail. Throws `unauthenticated`, `invalid`, `forbidden`, `too_many`.
 */
export async function exportMyData(given: TenantContext, input: z.output<typeof exportMyDataSchema>) {
  const ctx = requireAccount(given)
  const account = await provePresence(ctx, input.password)
  return withTenant(ctx.ref, async (db) => {
    const own = { where: { accountId: account.id } }
    const sessions = await db.session.findMany(own)
    const consents = await db.consentRecord.findMany({ ...own, orderBy: { at: 'asc' } })
    const mails = await db.mailSend.findMany({ where: { recipient: account.email }, orderBy: { createdAt: 'asc' } })
    const suppressed = await db.mailSuppression.findMany({ where: { recipient: account.email } })
    const activity = await db.auditEntry.findMany({
      where: { OR: [{ actorId: account.id }, { subjectKind: 'account', subjectId: account.id }] },
      orderBy: { at: 'asc' },
    })
    const listening = await exportListening(db, account.id)
    const community = await exportCommunity(db, account.id)
    const claims = await exportClaims(db, account.email)
    await recordAudit(db, ctx, { action: 'account.dataExported', subjectKind: 'account', subjectId: account.id })
    await sendNotice(db, ctx, account, 'dataExport')
    return {
      site: { name: ctx.tenant.name, host: ctx.tenant.primaryHost },
      exportedAt: ctx.now(),
      account: {
        id: account.id,
        email: account.email,
        name: account.name,
        role: account.role,
        language: account.locale,
        timeZone: account.timeZone,
        emailConfirmedAt: account.emailVerifiedAt,
        secondFactorSince: account.totpConfirmedAt,
        createdAt: account.createdAt,
        changedAt: account.updatedAt,
      },
      sessions: sessions.map(({ createdAt, lastSeenAt, expiresAt, userAgent, ipPrefix, place }) => ({
        ...{ createdAt, lastSeenAt, expiresAt, browser: userAgent, device: describeDevice(userAgent) },
        place: describePlace(ipPrefix, place),
      })),
      consents: consents.map(({ kind, granted, version, at }) => ({ kind, granted, version, at })),
      listening,
      community,
      claims,
      mails: mails.map(({ template, locale, status, createdAt, sentAt }) => ({ template, locale, status, createdAt, sentAt })),
      mailStopped: suppressed.map(({ reason, createdAt }) => ({ reason, createdAt })),
      activity: activity.map(({ action, subjectKind, subjectId, data, ipPrefix, at }) => ({
        action,
        subjectKind,
        subjectId,
        data,
        ipPrefix,
        at,
      })),
    }
  })
}

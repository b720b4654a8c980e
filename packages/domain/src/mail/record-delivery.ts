import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'

const longestError = 500

/** Notes that a mail was accepted; what it said is forgotten. */
export async function recordMailSent(ctx: TenantContext, input: { mailSendId: string; providerId: string }): Promise<void> {
  await withTenant(ctx.ref, (db) =>
    db.mailSend.updateMany({
      // A bounce may have been told of before the answer to the sending was written: it stands.
      where: { id: input.mailSendId, status: 'queued' },
      data: { status: 'sent', providerId: input.providerId, sentAt: ctx.now(), payload: '', error: null },
    }),
  )
}

/** Notes that a mail will not be tried again, and why; what it said is forgotten. */
export async function recordMailFailed(ctx: TenantContext, input: { mailSendId: string; error: string }): Promise<void> {
  await withTenant(ctx.ref, (db) =>
    db.mailSend.updateMany({
      where: { id: input.mailSendId, status: 'queued' },
      data: { status: 'failed', error: input.error.slice(0, longestError), payload: '' },
    }),
  )
}

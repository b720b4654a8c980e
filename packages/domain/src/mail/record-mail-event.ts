import { withTenant } from '@residency/db'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { addSuppression } from './suppress-address.ts'

export interface RecordMailEvent {
  mailSendId: string
  kind: 'bounced' | 'complained' | 'delivered' | 'failed'
  /** The address is gone, or its owner does not want the mail. */
  permanent: boolean
  detail: string
}

/**
 * Notes what became of a mail after it was accepted. A permanent bounce or a complaint stops all further mail to the address.
 * Whom it was sent to is read from our own row: the webhook's word is not taken for it. Events may come twice and in any order.
 */
export async function recordMailEvent(ctx: TenantContext, event: RecordMailEvent): Promise<void> {
  await withTenant(ctx.ref, async (db) => {
    const mail = await db.mailSend.findFirst({ where: { id: event.mailSendId }, select: { id: true, recipient: true, status: true } })
    if (!mail || event.kind === 'delivered') return
    // A complaint is the last word: a bounce told of late does not soften it.
    if (mail.status !== 'complained') {
      await db.mailSend.update({
        where: db.key(mail.id),
        data: { status: event.kind, error: event.detail.slice(0, 500) || null, payload: '' },
      })
    }
    if (event.kind === 'failed' || !event.permanent) return
    await addSuppression(db, ctx, { recipient: mail.recipient, reason: event.kind })
    await recordAudit(db, ctx, { action: `mail.${event.kind}`, subjectKind: 'mail', subjectId: mail.id })
  })
}

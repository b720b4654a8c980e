import { type Locale, limits } from '@residency/config'
import type { TenantDb } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { enqueueLater } from '../outbox/index.ts'
import { encryptField } from '../secrets/index.ts'
import { type MailTemplate, mailTemplates } from './templates.ts'

const hour = 60 * 60_000

/** Names the column for which the props are encrypted. */
export const mailPurpose = 'mail'

export interface QueueMail {
  template: MailTemplate
  to: string
  locale: Locale
  /** What the template shows, plain JSON (MailProps, or dates that become ISO 8601). Kept encrypted until the mail is sent: it may hold a link that signs in. */
  props: object
  /** Who asked is known to read the address, and is counted by themselves. */
  neverHeldBack?: boolean | undefined
}

/**
 * Writes a mail and the job that delivers it, in the caller's transaction.
 * Returns the mail's id, or null when the address has had all the mails of this kind that others may ask for within an hour: the asker is not told.
 * Each kind is counted by itself, so that letters which let nobody in can't crowd out those that do.
 */
export async function queueMail(db: TenantDb, ctx: TenantContext, mail: QueueMail): Promise<string | null> {
  const recipient = mail.to.trim().toLowerCase()
  const mayBeHeldBack = mailTemplates[mail.template] === 'asked' && !mail.neverHeldBack
  if (mayBeHeldBack && (await askedLately(db, ctx, recipient, mail.template)) >= limits.mailsPerAddressPerHour) {
    ctx.log.info({ template: mail.template }, 'a mail was held back: its address has had enough of them this hour')
    return null
  }
  const { id } = await db.mailSend.create({
    data: {
      template: mail.template,
      recipient,
      locale: mail.locale,
      payload: encryptField(JSON.stringify(mail.props), mailPurpose),
      createdAt: ctx.now(),
    },
    select: { id: true },
  })
  await enqueueLater(db, 'mail.deliver', { mailSendId: id })
  return id
}

const askedLately = (db: TenantDb, ctx: TenantContext, recipient: string, template: MailTemplate): Promise<number> =>
  db.mailSend.count({ where: { recipient, template, createdAt: { gt: new Date(ctx.now().getTime() - hour) } } })

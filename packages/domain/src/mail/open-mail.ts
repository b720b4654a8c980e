import { isLocale, type Locale } from '@residency/config'
import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { decryptField } from '../secrets/index.ts'
import { mailPurpose } from './queue-mail.ts'
import { isMailTemplate, type MailProps, type MailTemplate } from './templates.ts'

export interface OpenedMail {
  id: string
  template: MailTemplate
  recipient: string
  locale: Locale
  /** As it was queued: the template's schema checks it. */
  props: MailProps
}

/**
 * A mail that is to be delivered, or null when there is nothing to do: it was sent before, its address takes no more mail
 * (it is marked so), or its reader has been erased.
 */
export function openMail(ctx: TenantContext, input: { mailSendId: string }): Promise<OpenedMail | null> {
  return withTenant(ctx.ref, async (db) => {
    const mail = await db.mailSend.findFirst({ where: { id: input.mailSendId, status: 'queued' } })
    if (!mail) return null
    if (await db.mailSuppression.findFirst({ where: { recipient: mail.recipient }, select: { id: true } })) {
      await db.mailSend.update({ where: db.key(mail.id), data: { status: 'suppressed', payload: '' } })
      return null
    }
    if (!isMailTemplate(mail.template)) throw new Error(`There is no mail template ${mail.template}`)
    const props = JSON.parse(decryptField(mail.payload, mailPurpose)) as MailProps
    return {
      id: mail.id,
      template: mail.template,
      recipient: mail.recipient,
      locale: isLocale(mail.locale) ? mail.locale : ctx.tenant.locale,
      props,
    }
  })
}

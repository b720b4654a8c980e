import { type Locale, loadEnv } from '@residency/config'
import { MailError, type MailSender } from '@residency/integrations/mail'
import { z } from 'zod'
import { siteUrl, type TenantContext } from '../context/index.ts'
import { getSiteFrame, type SiteFrame } from '../site/index.ts'
import { mailReference } from './mail-reference.ts'
import { openMail } from './open-mail.ts'
import { recordMailFailed, recordMailSent } from './record-delivery.ts'
import type { MailProps, MailTemplate } from './templates.ts'

export const deliverMailSchema = z.object({ mailSendId: z.uuid() })

/** Draws a mail: @residency/emails, given by the job so that the domain needs no React. */
export type RenderMail = (
  template: MailTemplate,
  props: MailProps,
  look: { locale: Locale; frame: SiteFrame; origin: string; timeZone: string },
) => Promise<{ subject: string; html: string; text: string }>

/**
 * Sends a queued mail. Safe to run again: what is no longer queued is left alone, and the provider delivers one key once.
 * The provider is called outside any transaction. A permanent refusal is recorded; a passing one is thrown, so that the job is tried again.
 */
export async function deliverMail(
  ctx: TenantContext,
  input: z.output<typeof deliverMailSchema>,
  tools: { sender: MailSender; render: RenderMail },
): Promise<void> {
  const mail = await openMail(ctx, input)
  if (!mail) return
  const frame = await getSiteFrame(ctx.ref, ctx.tenant.locale)
  const origin = siteUrl(ctx.tenant, '')
  const look = { locale: mail.locale, frame, origin, timeZone: ctx.tenant.timeZone }
  const letter = await tools.render(mail.template, absolute(mail.props, origin), look)
  try {
    const { providerId } = await tools.sender.send({
      from: { name: frame.brand.name, address: `${ctx.tenant.slug}@${loadEnv().MAIL_DOMAIN}` },
      to: mail.recipient,
      ...letter,
      // Says to other machines that no holiday notice is wanted in return (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      idempotencyKey: mail.id,
      reference: mailReference(ctx.ref, mail.id),
    })
    await recordMailSent(ctx, { mailSendId: mail.id, providerId })
  } catch (error) {
    if (!(error instanceof MailError && error.permanent)) throw error
    await recordMailFailed(ctx, { mailSendId: mail.id, error: error.message })
  }
}

/** Paths become addresses on the host that is the tenant's primary one now. */
const absolute = (props: MailProps, origin: string): MailProps =>
  Object.fromEntries(
    Object.entries(props).map(([name, value]) => [
      name,
      /url$/i.test(name) && typeof value === 'string' && value.startsWith('/') ? origin + value : value,
    ]),
  )

import { isLocale, type Locale, loadEnv } from '@residency/config'
import { withTenant } from '@residency/db'
import { MailError, type MailSender } from '@residency/integrations/mail'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { decryptField } from '../secrets/index.ts'
import { getSiteFrame, type SiteFrame } from '../site/index.ts'
import { siteOrigin } from '../tenants/index.ts'
import type { MailProps } from './mail-templates.ts'
import { payloadPurpose } from './queue-mail.ts'

export const deliverMailSchema = z.object({ mailSendId: z.uuid() })

/** Draws a mail: @residency/emails, given by the job so that the domain needs no React. */
export type RenderMail = (
  template: string,
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
  const row = await withTenant(ctx.ref, (db) => db.mailSend.findFirst({ where: { id: input.mailSendId, status: 'queued' } }))
  if (!row) return
  const frame = await getSiteFrame(ctx.ref, ctx.tenant.locale)
  const origin = siteOrigin(ctx.tenant.primaryHost)
  const locale = isLocale(row.locale) ? row.locale : ctx.tenant.locale
  const props = absolute(JSON.parse(decryptField(row.payload, payloadPurpose)) as MailProps, origin)
  const mail = await tools.render(row.template, props, { locale, frame, origin, timeZone: ctx.tenant.timeZone })
  try {
    const { providerId } = await tools.sender.send({
      from: { name: frame.brand.name, address: `${ctx.tenant.slug}@${loadEnv().MAIL_DOMAIN}` },
      to: row.recipient,
      ...mail,
      headers: { 'Auto-Submitted': 'auto-generated' },
      idempotencyKey: row.id,
    })
    await withTenant(ctx.ref, async (db) => {
      await db.mailSend.update({ where: db.key(row.id), data: { status: 'sent', providerId, payload: '', sentAt: ctx.now(), error: null } })
      await db.$executeRaw`select register_mail(${providerId}, ${row.id}::uuid)`
    })
  } catch (error) {
    const permanent = error instanceof MailError && error.permanent
    const words = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
    await withTenant(ctx.ref, (db) =>
      db.mailSend.update({
        where: db.key(row.id),
        data: { error: words, ...(permanent ? { status: 'failed' as const, payload: '' } : {}) },
      }),
    )
    if (!permanent) throw error
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

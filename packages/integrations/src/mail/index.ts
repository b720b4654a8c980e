import { type Env, loadEnv } from '@residency/config'
import type { MailSender } from './mail-sender.ts'
import { createResendSender } from './resend-sender.ts'
import { createSmtpSender } from './smtp-sender.ts'

export { formatAddress, MailError, type MailSender, type OutgoingMail } from './mail-sender.ts'
export { createResendSender } from './resend-sender.ts'
export { type MailEvent, readResendWebhook, WebhookSignatureError } from './resend-webhook.ts'
export { createSmtpSender } from './smtp-sender.ts'

/** The way out that the environment names. Throws when its address or key is missing. */
export function createMailSender(
  env: Pick<Env, 'MAIL_TRANSPORT' | 'RESEND_API_KEY' | 'RESEND_BASE_URL' | 'SMTP_URL'> = loadEnv(),
): MailSender {
  if (env.MAIL_TRANSPORT === 'smtp') {
    if (!env.SMTP_URL) throw new Error('MAIL_TRANSPORT is smtp, but SMTP_URL is not set')
    return createSmtpSender(env.SMTP_URL)
  }
  if (!env.RESEND_API_KEY) throw new Error('MAIL_TRANSPORT is resend, but RESEND_API_KEY is not set')
  return createResendSender({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL })
}

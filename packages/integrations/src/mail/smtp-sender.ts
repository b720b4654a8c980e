import { createHash } from 'node:crypto'
import nodemailer from 'nodemailer'
import { MailError, type MailSender } from './mail-sender.ts'

/**
 * Any SMTP server (`smtp://user:password@host:587`, `smtps://` for TLS from the first byte).
 * SMTP knows no idempotency: the key becomes the Message-ID, by which mailboxes and most servers drop a second copy.
 */
export function createSmtpSender(url: string): MailSender {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
    // What a mail shows is made here: it never names a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ from, to, replyTo, subject, html, text, headers, idempotencyKey }) => {
      const domain = from.address.split('@')[1] ?? 'localhost'
      const messageId = `<${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 40)}@${domain}>`
      try {
        const sent = await transport.sendMail({ from, to, replyTo, subject, html, text, headers, messageId })
        return { providerId: sent.messageId }
      } catch (cause) {
        const code = (cause as { responseCode?: number }).responseCode
        throw new MailError(`SMTP: ${code ?? (cause as Error).message}`, code !== undefined && code >= 500 && code < 600, cause)
      }
    },
    close: () => transport.close(),
  }
}

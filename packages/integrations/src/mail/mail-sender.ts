export interface OutgoingMail {
  from: { name: string; address: string }
  to: string
  replyTo?: string
  subject: string
  html: string
  text: string
  headers?: Record<string, string>
  /** The same key is delivered once, however often a job is taken over and run again. */
  idempotencyKey: string
  /** Comes back in the provider's webhook (MailEvent): up to 256 letters, figures, `_` and `-`. */
  reference?: string
}

/** A way out for mail. Throws MailError. */
export interface MailSender {
  send(mail: OutgoingMail): Promise<{ providerId: string }>
  close(): void
}

/** A mail that was not accepted. `permanent` means that trying again can't help: a wrong address, a refused sender. */
export class MailError extends Error {
  readonly permanent: boolean
  constructor(message: string, permanent: boolean, cause?: unknown) {
    super(message, { cause })
    this.name = 'MailError'
    this.permanent = permanent
  }
}

/** `"DJ Danny" <danny@mail.example>`: the name as a quoted string (RFC 5322), never able to break out of it or of the line. */
export function formatAddress({ name, address }: { name: string; address: string }): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/["\\<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return clean ? `"${clean}" <${address}>` : address
}

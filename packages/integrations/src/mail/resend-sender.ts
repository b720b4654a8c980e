import { Resend } from 'resend'
import { formatAddress, MailError, type MailSender } from './mail-sender.ts'

/** Under this name the reference travels as a tag of Resend's. */
export const referenceTag = 'reference'

const timeoutMs = 10_000

/** Answers after which trying again can't help. Quotas, limits and everything unknown may pass. */
const permanentErrors = new Set([
  'validation_error',
  'invalid_parameter',
  'invalid_from_address',
  'invalid_attachment',
  'missing_required_field',
  'invalid_idempotent_request',
])

/**
 * Resend, or a local outbox that answers its API at `baseUrl`.
 * The SDK resolves with an `error` instead of throwing, and has no time limit of its own.
 */
export function createResendSender(options: { apiKey: string; baseUrl?: string }): MailSender {
  const resend = new Resend(options.apiKey, options.baseUrl ? { baseUrl: options.baseUrl } : {})
  return {
    send: async ({ from, to, replyTo, subject, html, text, headers, idempotencyKey, reference }) => {
      const { data, error } = await resend.emails
        .send(
          {
            from: formatAddress(from),
            to,
            replyTo,
            subject,
            html,
            text,
            headers,
            ...(reference ? { tags: [{ name: referenceTag, value: reference }] } : {}),
          },
          { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) },
        )
        .catch((cause: unknown) => {
          throw new MailError('Resend did not answer', false, cause)
        })
      if (error) throw new MailError(`Resend: ${error.name ?? 'error'}: ${error.message ?? ''}`, permanentErrors.has(error.name))
      if (!data?.id) throw new MailError('Resend answered without an id', false)
      return { providerId: data.id }
    },
    close: () => undefined,
  }
}

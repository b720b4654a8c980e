import { Resend } from 'resend'
import { z } from 'zod'
import { referenceTag } from './resend-sender.ts'

/** What happened to a mail after it was accepted. */
export interface MailEvent {
  kind: 'bounced' | 'complained' | 'delivered' | 'failed'
  providerId: string
  /** As it was given when the mail was sent. */
  reference: string | null
  recipients: string[]
  /** A bounce that will not pass: the address is gone. A full mailbox is not permanent. */
  permanent: boolean
  detail: string
}

const payloadSchema = z.object({
  type: z.string(),
  data: z.object({
    email_id: z.string(),
    to: z.array(z.string()).default([]),
    tags: z.record(z.string(), z.string()).default({}),
    bounce: z.object({ type: z.string().default(''), subType: z.string().default(''), message: z.string().default('') }).optional(),
    failed: z.object({ reason: z.string().default('') }).optional(),
  }),
})

const kinds: Record<string, MailEvent['kind']> = {
  'email.bounced': 'bounced',
  'email.complained': 'complained',
  'email.delivered': 'delivered',
  'email.failed': 'failed',
}

/** The webhook's signature is missing, old or wrong. */
export class WebhookSignatureError extends Error {
  constructor(cause?: unknown) {
    super('The signature of the webhook is not valid', { cause })
    this.name = 'WebhookSignatureError'
  }
}

/**
 * Reads a webhook of Resend (signed as svix does). Nothing is read before the signature is checked, and without a secret nothing is.
 * @param body the raw body, as it came
 * @param header looks a header up by its lower-case name
 * @returns the event, or null for one that is of no concern here. Throws WebhookSignatureError.
 */
export function readResendWebhook(
  secret: string | undefined,
  body: string,
  header: (name: string) => string | null | undefined,
): MailEvent | null {
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map(
    (name) => header(`svix-${name}`) ?? header(`webhook-${name}`) ?? '',
  )
  if (!secret || !id || !timestamp || !signature) throw new WebhookSignatureError()
  let verified: unknown
  try {
    // The key given here is for calling Resend, which checking a signature does not do.
    verified = new Resend('unused').webhooks.verify({ payload: body, headers: { id, timestamp, signature }, webhookSecret: secret })
  } catch (cause) {
    throw new WebhookSignatureError(cause)
  }
  const parsed = payloadSchema.safeParse(verified)
  const kind = parsed.success ? kinds[parsed.data.type] : undefined
  if (!parsed.success || !kind) return null
  const { email_id, to, tags, bounce, failed } = parsed.data.data
  return {
    kind,
    providerId: email_id,
    reference: tags[referenceTag] ?? null,
    recipients: to.map((address) => address.toLowerCase()),
    permanent: kind === 'complained' || (kind === 'bounced' && bounce?.type !== 'Transient'),
    detail: [bounce?.type, bounce?.subType, bounce?.message, failed?.reason].filter(Boolean).join(': ').slice(0, 500),
  }
}

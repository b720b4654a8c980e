import { z } from 'zod'

const addresses = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]))
const mostRecipients = 50

/** A mail as Resend's API takes it (POST /emails). */
export const mailSchema = z
  .object({
    from: z.string().min(3),
    to: addresses.pipe(
      z
        .array(z.string().regex(/^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/))
        .min(1)
        .max(mostRecipients),
    ),
    cc: addresses.optional(),
    bcc: addresses.optional(),
    reply_to: addresses.optional(),
    subject: z.string(),
    html: z.string().optional(),
    text: z.string().optional(),
    headers: z.record(z.string(), z.string()).default({}),
    tags: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    attachments: z.array(z.object({ filename: z.string().optional(), content_type: z.string().optional() })).default([]),
  })
  .refine((mail) => mail.html !== undefined || mail.text !== undefined, 'Missing `html` or `text` field.')

export type MailContent = z.output<typeof mailSchema>

export const eventKinds = ['delivered', 'bounced', 'complained'] as const
export type EventKind = (typeof eventKinds)[number]

export interface Mail extends MailContent {
  id: string
  createdAt: string
  /** What the reader of the outbox made happen to it, and what the webhook's receiver answered. */
  events: { kind: EventKind; at: string; answer: string }[]
}

/** The bare address of `"Name" <address>`, in lower case. */
export const bareAddress = (address: string): string => (/<([^>]+)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase()

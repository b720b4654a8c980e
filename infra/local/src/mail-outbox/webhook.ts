import { createHmac, randomUUID } from 'node:crypto'
import type { EventKind, Mail } from './mail.ts'

const timeoutMs = 10_000

/** What Resend reports about a mail. */
function payload(mail: Mail, kind: EventKind, at: Date): string {
  const bounce = { type: 'Permanent', subType: 'General', message: "The recipient's mail server rejected the message." }
  return JSON.stringify({
    type: `email.${kind}`,
    created_at: at.toISOString(),
    data: {
      email_id: mail.id,
      created_at: mail.createdAt,
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      // Sent as a list, told as a record: so does Resend.
      tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
      ...(kind === 'bounced' ? { bounce } : {}),
    },
  })
}

/** Headers of a webhook as svix signs it: `HMAC-SHA256(<id>.<seconds>.<body>)` under the secret behind `whsec_`. */
function signWebhook(secret: string, body: string, id: string, at: Date): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000)
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'svix-id': id, 'svix-timestamp': String(timestamp), 'svix-signature': `v1,${signature}` }
}

/** Tells the application what happened to a mail, as Resend would. Returns how it answered, in words. */
export async function sendWebhook(url: string, secret: string, mail: Mail, kind: EventKind): Promise<{ ok: boolean; answer: string }> {
  const at = new Date()
  const body = payload(mail, kind, at)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Svix-Webhooks/1',
    ...signWebhook(secret, body, `msg_${randomUUID()}`, at),
  }
  try {
    const response = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(timeoutMs), redirect: 'manual' })
    return { ok: response.ok, answer: `${response.status} ${response.statusText}`.trim() }
  } catch (error) {
    return { ok: false, answer: `no answer from ${url} (${(error as Error).message})` }
  }
}

import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { parseJson, readBody, sendJson } from './http.ts'
import { mailSchema } from './mail.ts'
import { IdempotencyConflict, type Mailbox } from './mailbox.ts'

const largestBatch = 100
const longestKey = 256

/** A refusal in Resend's form: the SDK hands it to its caller as `error`. */
const refuse = (response: ServerResponse, statusCode: number, name: string, message: string): void =>
  sendJson(response, statusCode, { statusCode, name, message })

/** Answers the part of Resend's API that sends. */
export async function answerResend(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  mailbox: Mailbox,
  apiKey: string,
): Promise<void> {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!given) return refuse(response, 401, 'missing_api_key', 'Missing API key in the authorization header.')
  if (!isSame(given, apiKey)) return refuse(response, 403, 'invalid_api_key', 'API key is invalid.')
  const [, , id] = path.split('/')
  if (request.method === 'GET' && id) return describe(response, mailbox, id)
  if (request.method !== 'POST') return refuse(response, 405, 'method_not_allowed', 'Use POST to send.')

  const batch = id === 'batch'
  const schema: z.ZodType<z.output<typeof mailSchema>[]> = batch
    ? z.array(mailSchema).min(1).max(largestBatch)
    : mailSchema.transform((mail) => [mail])
  const parsed = schema.safeParse(parseJson(await readBody(request)))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refuse(response, 422, 'validation_error', `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
  }
  const key = request.headers['idempotency-key']?.toString() ?? null
  if (key !== null && (key.length < 1 || key.length > longestKey))
    return refuse(response, 400, 'invalid_idempotency_key', `The key must have 1 to ${longestKey} characters.`)
  try {
    const ids = await mailbox.add(parsed.data, key)
    sendJson(response, 200, batch ? { data: ids.map((mailId) => ({ id: mailId })) } : { id: ids[0] })
  } catch (error) {
    if (!(error instanceof IdempotencyConflict)) throw error
    refuse(response, 409, 'invalid_idempotent_request', 'Same idempotency key used with a different request payload.')
  }
}

async function describe(response: ServerResponse, mailbox: Mailbox, id: string): Promise<void> {
  const mail = await mailbox.get(id)
  if (!mail) return refuse(response, 404, 'not_found', 'Email not found')
  const { createdAt, events, ...content } = mail
  sendJson(response, 200, { object: 'email', ...content, created_at: createdAt, last_event: events.at(-1)?.kind ?? 'delivered' })
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { purposeKey } from './keys.ts'

const sign = (purpose: string, body: string): Buffer =>
  createHmac('sha256', purposeKey(`sign:${purpose}`))
    .update(body)
    .digest()

/**
 * A value that a browser or a mail carries and cannot change: `<base64url of JSON>.<signature>`. Readable by whoever holds it.
 * `purpose` must name the tenant as well when the value belongs to one (`preview:<tenant id>`).
 */
export function signToken(purpose: string, value: unknown, expiresAt: Date): string {
  const body = Buffer.from(JSON.stringify({ v: value, e: expiresAt.getTime() })).toString('base64url')
  return `${body}.${sign(purpose, body).toString('base64url')}`
}

/** The value of a signed token, or null when it was made for another purpose, changed, outlived, or is not of the schema's shape. */
export function readSignedToken<S extends z.ZodType>(purpose: string, unverifiedToken: string, schema: S, now: Date): z.output<S> | null {
  const [body, signature, ...rest] = unverifiedToken.split('.')
  if (!body || !signature || rest.length > 0) return null
  const wanted = sign(purpose, body)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const { v, e } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as { v: unknown; e: number }
  if (e <= now.getTime()) return null
  const parsed = schema.safeParse(v)
  return parsed.success ? parsed.data : null
}

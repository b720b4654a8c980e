import { createHmac } from 'node:crypto'
import { purposeKey } from './keys.ts'

/**
 * HMAC-SHA256, in hexadecimal: the same value always gives the same hash, and without the secret nobody can try values out.
 * For counting tries by address, and for what must be found again but not read.
 */
export function keyedHash(purpose: string, value: string): string {
  return createHmac('sha256', purposeKey(`hash:${purpose}`))
    .update(value)
    .digest('hex')
}

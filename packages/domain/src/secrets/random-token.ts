import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or a mail's link, 43 characters that need no escaping in an address. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: a stolen table opens nothing. A token of 256 bits needs no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

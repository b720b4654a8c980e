import { randomBytes } from 'node:crypto'
import { constantTimeEqual } from '@oslojs/crypto/subtle'
import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding'
import { createTOTPKeyURI, generateHOTP } from '@oslojs/otp'

// RFC 6238 with the figures that every authenticator app knows: SHA-1, six digits, 30 seconds, a secret of 160 bits.
const stepSeconds = 30
const digits = 6
/** Clocks differ: the step before and the one after count as well. */
const drift = 1

export const newTotpSecret = (): string => randomBytes(20).toString('base64url')
const bytes = (secret: string): Uint8Array => Buffer.from(secret, 'base64url')

/** The secret as one types it into an app that can't see the picture: groups of four. */
export const readableSecret = (secret: string): string => encodeBase32UpperCaseNoPadding(bytes(secret)).replace(/(.{4})(?=.)/g, '$1 ')

/** `otpauth://` address for a QR code. `issuer` is the site's name. */
export const totpUri = (secret: string, issuer: string, email: string): string =>
  createTOTPKeyURI(issuer, email, bytes(secret), stepSeconds, digits)

export const codeAt = (secret: string, at: Date): string => generateHOTP(bytes(secret), BigInt(stepOf(at)), digits)

const stepOf = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

/** The step that the code belongs to, when it is a right one and later than `lastStep`; else null. */
export function matchingStep(secret: string, unverifiedCode: string, lastStep: number | null, now: Date): number | null {
  const given = new TextEncoder().encode(unverifiedCode)
  const middle = stepOf(now)
  let found: number | null = null
  // All are compared, whichever matches.
  for (let step = middle - drift; step <= middle + drift; step += 1) {
    const wanted = new TextEncoder().encode(generateHOTP(bytes(secret), BigInt(step), digits))
    if (constantTimeEqual(wanted, given) && step > (lastStep ?? -1)) found = step
  }
  return found
}

import { randomBytes } from 'node:crypto'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import { keyedHash } from '../../secrets/index.ts'

const howMany = 10

/** Ten codes of 60 random bits, `abcd-efgh-ijkl`, shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () =>
    encodeBase32LowerCaseNoPadding(randomBytes(8))
      .slice(0, 12)
      .replace(/(.{4})(?=.)/g, '$1-'),
  )
}

/** What is stored: bound to its owner and useless without the installation's secret. Spaces, dashes and case don't matter. */
export function recoveryHash(ownerId: string, unverifiedCode: string): string {
  return keyedHash('recovery', `${ownerId}|${unverifiedCode.toLowerCase().replace(/[^a-z2-7]/g, '')}`)
}

/** A recovery code by its length, anything short is taken for a code of the app. */
export const looksLikeRecoveryCode = (code: string): boolean => code.replace(/[^a-z2-7]/gi, '').length === 12

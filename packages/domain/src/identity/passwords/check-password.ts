import { commonPasswords } from './common-passwords.ts'
import { estimateBits } from './estimate-bits.ts'

export const passwordLengths = {
  alone: 15,
  withSecondFactor: 8,
  /** More would cost work and gain nothing. */
  most: 256,
} as const

/** What a password of this person must not be made of. */
export interface PasswordOwner {
  hasSecondFactor: boolean
  email: string
  name: string
  /** The site's name and slug. */
  site: readonly string[]
}

/** Under this a password falls to whoever may try for a while at the pace that the lock-out allows, or to a stolen table in minutes. */
const leastBits = 30

const words = (text: string): string[] => {
  const lower = text.normalize('NFKC').toLowerCase()
  const parts = lower.split(/[^\p{L}\p{N}]+/u)
  return [lower, parts.join(''), ...parts].filter((part) => part.length > 2)
}

/**
 * What is wrong with a password somebody chooses: a key below `account.password` in the namespace `errors`, or null.
 * Length counts characters as people see them; there are no rules about kinds of characters (NIST SP 800-63B, 3.1.1.2).
 */
export async function passwordProblem(password: string, owner: PasswordOwner): Promise<string | null> {
  const normal = password.normalize('NFKC')
  const { length } = [...normal]
  if (length > passwordLengths.most) return 'account.password.tooLong'
  if (length < passwordLengths.alone && !owner.hasSecondFactor) return 'account.password.tooShort'
  if (length < passwordLengths.withSecondFactor) return 'account.password.tooShortWithFactor'
  const common = await commonPasswords()
  if (common.has(normal.toLowerCase())) return 'account.password.common'
  const personal = new Set([owner.email, owner.name, ...owner.site].flatMap(words))
  if (estimateBits(normal, { common, personal }) >= leastBits) return null
  const weakForAnybody = estimateBits(normal, { common, personal: new Set() }) < leastBits
  return weakForAnybody ? 'account.password.obvious' : 'account.password.personal'
}

import { hash, verify } from '@node-rs/argon2'

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const current = '$argon2id$v=19$m=19456,t=2,p=1$'

/** The same characters typed on another keyboard may come as other code points (NIST SP 800-63B, 3.1.1.2). */
const normal = (password: string): string => password.normalize('NFKC')

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost)
}

let dummy: Promise<string> | undefined
export const dummyHash = (): Promise<string> => (dummy ??= hash(crypto.randomUUID(), cost))

/**
 * Whether the password belongs to the hash. Without a hash (no such account, or one without a password) the same work is done
 * against one that nothing opens, so that the time does not tell whether an address exists.
 */
export async function passwordMatches(stored: string | null, unverifiedPassword: string): Promise<boolean> {
  const against = stored ?? (await dummyHash())
  const matches = await verify(against, normal(unverifiedPassword))
  return stored !== null && matches
}

/** True for a hash of an older cost, to be made anew while the password is at hand. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(current)

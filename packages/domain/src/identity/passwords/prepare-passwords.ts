import { commonPasswords } from './common-passwords.ts'
import { dummyHash } from './hash-password.ts'

/**
 * Makes ready what the first sign-up and the first sign-in would otherwise wait for: the list of common passwords, and the hash that
 * unknown addresses are compared with. For a process that serves, before it answers anybody.
 */
export async function preparePasswords(): Promise<void> {
  await Promise.all([commonPasswords(), dummyHash()])
}

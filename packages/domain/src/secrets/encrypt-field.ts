import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type KeyRing, keyRing } from './keys.ts'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/**
 * Encrypts a column's value with AES-256-GCM under the newest key. `purpose` names the column (`account.totp`) and is
 * authenticated with the value, so that a value copied into another column does not decrypt.
 * Returns `<key id>.<base64url of nonce, tag and ciphertext>`.
 */
export function encryptField(plain: string, purpose: string, ring: KeyRing = keyRing()): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, ring.current.key, iv)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return `${ring.current.id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
}

/** Opposite of `encryptField`. Throws when the key is unknown, the purpose is another, or a bit was changed. */
export function decryptField(stored: string, purpose: string, ring: KeyRing = keyRing()): string {
  const dot = stored.indexOf('.')
  const id = stored.slice(0, dot)
  const key = ring.all.get(id)
  if (!key) throw new Error(`No encryption key "${id}": was it removed from ENCRYPTION_KEYS before everything was encrypted anew?`)
  const bytes = Buffer.from(stored.slice(dot + 1), 'base64url')
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
}

/** True when a value stands under an older key and should be written anew. */
export function needsRotation(stored: string, ring: KeyRing = keyRing()): boolean {
  return !stored.startsWith(`${ring.current.id}.`)
}

import { hkdfSync } from 'node:crypto'
import { loadEnv } from '@residency/config'

export interface KeyRing {
  /** The key that encrypts. */
  current: { id: string; key: Buffer }
  /** Every key that decrypts, by id. */
  all: ReadonlyMap<string, Buffer>
}

const keyBytes = 32

/** Reads `<id>:<base64 of 32 bytes>,…`: the first encrypts, all decrypt, so that a key is rotated by putting a new one in front. */
export function parseKeyRing(text: string): KeyRing {
  const entries = text.split(',').map((entry) => {
    const colon = entry.indexOf(':')
    const id = entry.slice(0, colon)
    const key = Buffer.from(entry.slice(colon + 1), 'base64')
    if (colon < 1 || key.length !== keyBytes) throw new Error(`ENCRYPTION_KEYS: the key "${id}" is not ${keyBytes} bytes long`)
    return { id, key }
  })
  const all = new Map(entries.map(({ id, key }) => [id, key]))
  const [current] = entries
  if (!current || all.size !== entries.length) throw new Error('ENCRYPTION_KEYS: each key needs an id of its own')
  return { current, all }
}

let ring: { text: string; parsed: KeyRing } | undefined
export function keyRing(): KeyRing {
  const text = loadEnv().ENCRYPTION_KEYS
  if (ring?.text !== text) ring = { text, parsed: parseKeyRing(text) }
  return ring.parsed
}

const derived = new Map<string, Buffer>()
/** A key for one purpose, derived from SIGNING_SECRET (HKDF, RFC 5869): what is made for one purpose never passes for another. */
export function purposeKey(purpose: string): Buffer {
  const known = derived.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', loadEnv().SIGNING_SECRET, '', purpose, keyBytes))
  derived.set(purpose, key)
  return key
}

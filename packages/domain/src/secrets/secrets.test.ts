import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import {
  decryptField,
  encryptField,
  hashToken,
  keyedHash,
  needsRotation,
  parseKeyRing,
  randomToken,
  readSignedToken,
  signToken,
} from './index.ts'

// Hundreds of cases each: a machine with other work to do may take its time.
vi.setConfig({ testTimeout: 30_000 })

vi.mock('@residency/config', () => ({ loadEnv: () => ({ SIGNING_SECRET: 's'.repeat(40) }) }))

const entry = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const old = entry('old')
const before = parseKeyRing(old)
const after = parseKeyRing(`${entry('new')},${old}`)

describe('encrypted fields', () => {
  it('come back as they were, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (plain) => {
        expect(decryptField(encryptField(plain, 'a.b', before), 'a.b', before)).toBe(plain)
      }),
    )
  })

  it('are never the same twice', () => {
    expect(encryptField('x', 'a.b', before)).not.toBe(encryptField('x', 'a.b', before))
  })

  it('outlive a rotation, and say that they should be written anew', () => {
    const stored = encryptField('x', 'a.b', before)
    expect(decryptField(stored, 'a.b', after)).toBe('x')
    expect(needsRotation(stored, after)).toBe(true)
    expect(needsRotation(encryptField('x', 'a.b', after), after)).toBe(false)
  })

  it('do not open for another purpose, without their key, or with a bit changed', () => {
    const stored = encryptField('x', 'a.b', after)
    expect(() => decryptField(stored, 'a.c', after)).toThrow()
    expect(() => decryptField(stored, 'a.b', before)).toThrow(/No encryption key "new"/)
    fc.assert(
      fc.property(fc.nat(28), fc.nat(7), (byte, bit) => {
        const bytes = Buffer.from(stored.slice(4), 'base64url')
        bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit)
        expect(() => decryptField(`new.${bytes.toString('base64url')}`, 'a.b', after)).toThrow()
      }),
    )
  })

  it('need keys of 32 bytes, each with an id of its own', () => {
    expect(() => parseKeyRing('short:AAAA')).toThrow(/32 bytes/)
    expect(() => parseKeyRing(`${old},${old}`)).toThrow(/id of its own/)
  })
})

describe('keyed hashes', () => {
  it('are the same for the same value and differ by purpose', () => {
    expect(keyedHash('a', 'x')).toBe(keyedHash('a', 'x'))
    expect(keyedHash('a', 'x')).not.toBe(keyedHash('b', 'x'))
    expect(keyedHash('a', 'x')).not.toBe(keyedHash('a', 'y'))
  })
})

describe('tokens', () => {
  it('carry 256 bits and are stored as a hash', () => {
    const token = randomToken()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/)
    expect(randomToken()).not.toBe(token)
  })
})

describe('signed tokens', () => {
  const schema = z.object({ id: z.string() })
  const now = new Date('2026-01-01T00:00:00Z')
  const later = new Date(now.getTime() + 1000)

  it('give back what was signed, until they run out', () => {
    const token = signToken('preview:t1', { id: 'x' }, later)
    expect(readSignedToken('preview:t1', token, schema, now)).toEqual({ id: 'x' })
    expect(readSignedToken('preview:t1', token, schema, later)).toBeNull()
  })

  it('are refused for another purpose, another shape, or when changed', () => {
    const token = signToken('preview:t1', { id: 'x' }, later)
    expect(readSignedToken('preview:t2', token, schema, now)).toBeNull()
    expect(readSignedToken('preview:t1', token, z.object({ id: z.number() }), now)).toBeNull()
    expect(readSignedToken('preview:t1', `${token}x.y`, schema, now)).toBeNull()
    expect(readSignedToken('preview:t1', `e${token}`, schema, now)).toBeNull()
    fc.assert(
      fc.property(fc.string(), (junk) => {
        expect(readSignedToken('preview:t1', junk, schema, now)).toBeNull()
      }),
    )
  })
})

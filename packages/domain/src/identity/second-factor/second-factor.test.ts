import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { looksLikeRecoveryCode, newRecoveryCodes, recoveryHash } from './recovery-codes.ts'
import { codeAt, matchingStep, newTotpSecret, readableSecret, totpUri } from './totp.ts'

// Hundreds of cases each: a machine with other work to do may take its time.
vi.setConfig({ testTimeout: 30_000 })

vi.mock('@residency/config', () => ({ loadEnv: () => ({ SIGNING_SECRET: 's'.repeat(40) }) }))

const now = new Date('2026-05-01T12:00:10Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('a code of the app', () => {
  // RFC 6238, appendix B: the SHA-1 column, last six digits.
  const reference = Buffer.from('12345678901234567890').toString('base64url')
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at second %d is the standard’s', (seconds, code) => {
    expect(codeAt(reference, new Date(seconds * 1000))).toBe(code)
  })

  it('is right within a step of now, and only after the last one used', () => {
    const secret = newTotpSecret()
    for (const seconds of [-30, 0, 30]) expect(matchingStep(secret, codeAt(secret, at(seconds)), null, now)).not.toBeNull()
    for (const seconds of [-90, 90]) expect(matchingStep(secret, codeAt(secret, at(seconds)), null, now)).toBeNull()
    const step = matchingStep(secret, codeAt(secret, now), null, now)
    expect(matchingStep(secret, codeAt(secret, now), step, now)).toBeNull()
    expect(matchingStep(secret, codeAt(secret, at(-30)), step, now)).toBeNull()
    expect(matchingStep(secret, codeAt(secret, at(30)), step, now)).toBe((step ?? 0) + 1)
  })

  it('is nothing else', () => {
    const secret = newTotpSecret()
    const right = [-30, 0, 30].map((seconds) => codeAt(secret, at(seconds)))
    fc.assert(
      fc.property(fc.string(), (junk) => {
        fc.pre(!right.includes(junk))
        expect(matchingStep(secret, junk, null, now)).toBeNull()
      }),
    )
  })

  it('has a secret of 160 bits that can be typed', () => {
    const secret = newTotpSecret()
    expect(readableSecret(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    expect(totpUri(secret, 'DJ Test', 'a@b.example')).toContain(`secret=${readableSecret(secret).replaceAll(' ', '')}`)
  })
})

describe('recovery codes', () => {
  it('are ten, all different, and known however they are typed', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) {
      expect(code).toMatch(/^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}$/)
      expect(looksLikeRecoveryCode(code)).toBe(true)
      expect(recoveryHash('a', ` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(recoveryHash('a', code))
      expect(recoveryHash('b', code)).not.toBe(recoveryHash('a', code))
    }
    expect(looksLikeRecoveryCode('123456')).toBe(false)
  })
})

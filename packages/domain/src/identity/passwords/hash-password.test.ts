import { describe, expect, it, vi } from 'vitest'
import { hashPassword, isOutdated, passwordMatches } from './hash-password.ts'

// Hundreds of cases each: a machine with other work to do may take its time.
vi.setConfig({ testTimeout: 30_000 })

describe('a password’s hash', () => {
  it('is Argon2id at 19 MiB, different each time, and opens for its password alone', async () => {
    const stored = await hashPassword('kettle-drum-orchid-7')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(isOutdated(stored)).toBe(false)
    expect(await hashPassword('kettle-drum-orchid-7')).not.toBe(stored)
    expect(await passwordMatches(stored, 'kettle-drum-orchid-7')).toBe(true)
    expect(await passwordMatches(stored, 'kettle-drum-orchid-8')).toBe(false)
  })

  it('is the same for the same characters from another keyboard', async () => {
    expect(await passwordMatches(await hashPassword('caf\u00e9 au lait, svp'), 'cafe\u0301 au lait, svp')).toBe(true)
  })

  it('that does not exist opens for nothing', async () => {
    expect(await passwordMatches(null, 'anything')).toBe(false)
  })

  it('of an older cost is told', () => {
    expect(isOutdated('$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA')).toBe(true)
  })
})

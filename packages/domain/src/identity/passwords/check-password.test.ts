import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type PasswordOwner, passwordProblem } from './check-password.ts'
import { commonPasswords } from './common-passwords.ts'

// Hundreds of cases each: a machine with other work to do may take its time.
vi.setConfig({ testTimeout: 30_000 })

const owner: PasswordOwner = {
  hasSecondFactor: false,
  email: 'maria.lindqvist@example.com',
  name: 'Maria Lindqvist',
  site: ['DJ Danny Hectic B', 'danny'],
}
const guarded = { ...owner, hasSecondFactor: true }
let common: string[]
beforeAll(async () => {
  common = [...(await commonPasswords()).keys()]
})

describe('a password alone', () => {
  it.each([
    'correct horse battery staple',
    'mymumlovesfish!',
    'kettle-drum-orchid-7',
    'tangerine dub plates',
    'пароль из трёх слов',
    'x7Kp2mQz9vRt4bN',
    '安全なパスワードは長い文がよいです',
  ])('may be %s', async (password) => {
    expect(await passwordProblem(password, owner)).toBeNull()
  })

  it.each([
    ['short', 'tooShort'],
    ['fourteen chars', 'tooShort'],
    ['x'.repeat(257), 'tooLong'],
    ['aaaaaaaaaaaaaaaa', 'obvious'],
    ['abcabcabcabcabcabc', 'obvious'],
    ['abcdefghijklmnop', 'obvious'],
    ['qwertyuiopasdfgh', 'obvious'],
    ['password12345678', 'obvious'],
    ['P@ssw0rdP@ssw0rd', 'obvious'],
    ['liverpool1985!!!', 'obvious'],
    ['iloveyouiloveyou', 'obvious'],
    ['1111222233334444', 'obvious'],
    ['marialindqvist1987', 'personal'],
    ['DannyHectic2026!!', 'personal'],
    ['maria.lindqvist@example.com', 'personal'],
  ])('%s is refused: %s', async (password, reason) => {
    expect(await passwordProblem(password, owner)).toBe(`account.password.${reason}`)
  })

  it('counts characters, not code units', async () => {
    expect(await passwordProblem('🎧'.repeat(14), owner)).toBe('account.password.tooShort')
  })
})

describe('a password beside a second factor', () => {
  it('may have eight characters', async () => {
    expect(await passwordProblem('kq7vzmx2', guarded)).toBeNull()
    expect(await passwordProblem('kq7vzmx', guarded)).toBe('account.password.tooShortWithFactor')
  })

  it('is never one of the common ones, whatever its case', async () => {
    const long = common.filter((word) => [...word].length >= 8)
    expect(long.length).toBeGreaterThan(10_000)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...long), fc.boolean(), async (word, upper) => {
        expect(await passwordProblem(upper ? word.toUpperCase() : word, guarded)).toBe('account.password.common')
      }),
    )
  })
})

describe('whatever is chosen', () => {
  it('a common word repeated, numbered or dated is refused', async () => {
    const top = common.slice(0, 2000).filter((word) => /^[a-z]{5,}$/.test(word))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...top), fc.integer({ min: 1950, max: 2030 }), async (word, year) => {
        expect(await passwordProblem(word.repeat(4), owner)).not.toBeNull()
        expect(await passwordProblem(`${word}${year}`, guarded)).not.toBeNull()
        expect(await passwordProblem(`${word}123456789012345`, owner)).not.toBeNull()
      }),
    )
  })

  it('what a generator makes is taken', async () => {
    const letters = [...'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789']
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...letters), { minLength: 15, maxLength: 40 }), async (characters) => {
        // fast-check likes to shrink to repeats, which a generator does not make.
        fc.pre(new Set(characters).size > 11)
        expect(await passwordProblem(characters.join(''), owner)).toBeNull()
      }),
    )
  })

  it('never throws and answers quickly on hostile input', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (junk) => {
        await passwordProblem(junk, owner)
      }),
    )
  })
})

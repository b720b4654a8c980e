import type { TenantRef } from '@residency/db'
import { createTestDatabase, recordStatements, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateSession } from '../sessions/index.ts'
import { lastLetterTo, lettersTo, runAnswers } from '../testing/post-room.ts'
import { safariOnIphone, signedIn, visitor } from '../testing/signed-in.ts'
import { consumeMagicLink, hashPassword, inspectLink, requestMagicLink, requestPasswordReset, resetPassword, signIn } from './index.ts'

type Tenant = TenantRef & { slug: string }
let database: TestDatabase
let a: Tenant
let b: Tenant
let passwordHash: string
const password = 'kettle-drum-orchid-7'
beforeAll(async () => {
  database = await createTestDatabase()
  a = await database.createTenant()
  b = await database.createTenant()
  passwordHash = await hashPassword(password)
})
afterAll(() => database.drop())

const minutes = (count: number) => ({ now: () => new Date(Date.now() + count * 60_000) })
const from = (network: number, more = {}) => visitor(a, { ipPrefix: `10.9.${network}.0/24`, ...more })
const failure = { code: 'invalid', detail: { messageKey: 'account.signInFailed' } }

describe('signing in by password', () => {
  it('opens a session and says so in the audit, without a fan’s name', async () => {
    const fan = await signedIn(a, { email: 'fan@fan.example', passwordHash })
    const entry = await signIn(visitor(a), { email: 'fan@fan.example', password })
    if (entry.state !== 'signedIn') throw new Error(entry.state)
    expect((await validateSession(a, entry.session.token))?.actor.accountId).toBe(fan.actor.accountId)
    const [audit] = await database.asOwner('select action, actor_id, actor_name, data from audit_entry where subject_id = $1', [
      fan.actor.accountId,
    ])
    expect(audit).toMatchObject({
      action: 'account.signedIn',
      actor_id: fan.actor.accountId,
      actor_name: null,
      data: { means: 'password' },
    })
  })

  it('refuses a wrong password, an unknown address, another artist’s fan and an account without a password with the same words', async () => {
    await signedIn(a, { email: 'real@fan.example', passwordHash })
    await signedIn(b, { email: 'elsewhere@fan.example', passwordHash })
    await signedIn(a, { email: 'linkonly@fan.example' })
    await expect(signIn(visitor(a), { email: 'real@fan.example', password: 'wrong' })).rejects.toMatchObject(failure)
    for (const email of ['nobody@fan.example', 'elsewhere@fan.example', 'linkonly@fan.example']) {
      await expect(signIn(visitor(a), { email, password })).rejects.toMatchObject(failure)
    }
  })

  it('does the same work whether the address exists or not', async () => {
    await signedIn(a, { email: 'exists@fan.example', passwordHash })
    const statementsOf = (email: string) => recordStatements(() => signIn(visitor(a), { email, password: 'wrong' }).catch(() => undefined))
    await statementsOf('warm@fan.example')
    const known = await statementsOf('exists@fan.example')
    expect(known.length).toBeGreaterThan(5)
    expect(await statementsOf('unknown@fan.example')).toEqual(known)
    const asked = (email: string) => recordStatements(() => requestPasswordReset(visitor(a), { email }))
    expect(await asked('unknown@fan.example')).toEqual(await asked('exists@fan.example'))
    const linked = (email: string) => recordStatements(() => requestMagicLink(visitor(a), { email, returnTo: null }))
    expect(await linked('unknown@fan.example')).toEqual(await linked('exists@fan.example'))
    await runAnswers(database, a)
  })

  it('takes five tries a minute from one network, counted together when they come at once', async () => {
    await signedIn(a, { email: 'burst@fan.example', passwordHash })
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => signIn(from(1), { email: 'burst@fan.example', password: 'wrong' })),
    )
    const codes = tries.map((each) => (each.status === 'rejected' ? String(each.reason.code) : 'in'))
    expect(codes.filter((code) => code === 'invalid')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too_many')).toHaveLength(7)
  })

  it.each(['locked@fan.example', 'ghost@fan.example'])(
    'makes %s rest longer after each further try, from wherever it comes',
    async (email) => {
      if (email.startsWith('locked')) await signedIn(a, { email, passwordHash })
      for (let network = 0; network < 5; network += 1)
        await expect(signIn(from(network), { email, password: 'wrong' })).rejects.toMatchObject(failure)
      await expect(signIn(from(9), { email, password })).rejects.toMatchObject({
        code: 'too_many',
        detail: { messageKey: 'account.locked' },
      })
      await expect(signIn(from(9, minutes(1.1)), { email, password: 'wrong' })).rejects.toMatchObject(failure)
      await expect(signIn(from(9, minutes(2.2)), { email, password })).rejects.toMatchObject({ code: 'too_many' })
      const last = signIn(from(9, minutes(3.3)), { email, password })
      if (email.startsWith('locked')) expect((await last).state).toBe('signedIn')
      else await expect(last).rejects.toMatchObject(failure)
    },
  )

  it('a success wipes the count', async () => {
    await signedIn(a, { email: 'clumsy@fan.example', passwordHash })
    for (let round = 0; round < 3; round += 1) {
      for (let network = 0; network < 4; network += 1) {
        const ctx = from(round * 10 + network)
        await expect(signIn(ctx, { email: 'clumsy@fan.example', password: 'wrong' })).rejects.toMatchObject(failure)
      }
      expect((await signIn(from(round * 10 + 5), { email: 'clumsy@fan.example', password })).state).toBe('signedIn')
    }
  })

  it('makes a hash of an older cost anew', async () => {
    const { hash } = await import('@node-rs/argon2')
    const old = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    const fan = await signedIn(a, { email: 'old@fan.example', passwordHash: old })
    await signIn(visitor(a), { email: 'old@fan.example', password })
    const [row] = await database.asOwner<{ password_hash: string }>('select password_hash from account where id = $1', [
      fan.actor.accountId,
    ])
    expect(row?.password_hash).toContain('m=19456')
  })

  it('tells of a browser that was not seen before, and of no other', async () => {
    await signedIn(a, { email: 'travels@fan.example', passwordHash })
    const enter = (more = {}) => signIn(visitor(a, more), { email: 'travels@fan.example', password })
    await enter()
    await enter({ ipPrefix: '198.51.100.0/24' })
    expect(await lettersTo(a, 'travels@fan.example')).toHaveLength(0)
    await enter({ userAgent: safariOnIphone })
    await enter({ userAgent: safariOnIphone })
    const letters = await lettersTo(a, 'travels@fan.example')
    expect(letters.map(({ template }) => template)).toEqual(['newSignIn'])
  })
})

describe('signing in by a mail’s link', () => {
  it('works once, for its tenant, for a quarter of an hour', async () => {
    await signedIn(a, { email: 'link@fan.example', passwordHash })
    await requestMagicLink(visitor(a), { email: 'link@fan.example', returnTo: '/mixes' })
    await runAnswers(database, a)
    const letter = await lastLetterTo(a, 'link@fan.example')
    expect(String(letter.props.url)).toContain('returnTo=%2Fmixes')
    const { token } = letter
    expect(await inspectLink(visitor(a), { kind: 'magic_link', unverifiedToken: token })).toMatchObject({ email: 'link@fan.example' })
    expect(await inspectLink(visitor(b), { kind: 'magic_link', unverifiedToken: token })).toBeNull()
    expect(await inspectLink(visitor(a), { kind: 'reset_password', unverifiedToken: token })).toBeNull()
    await expect(consumeMagicLink(visitor(a, minutes(16)), { token })).rejects.toThrowError('account.linkGone')
    await expect(consumeMagicLink(visitor(b), { token })).rejects.toThrowError('account.linkGone')
    const both = await Promise.allSettled([consumeMagicLink(visitor(a), { token }), consumeMagicLink(visitor(a), { token })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(consumeMagicLink(visitor(a), { token })).rejects.toThrowError('account.linkGone')
  })

  it('says nothing and mails nobody when the address is unknown', async () => {
    expect(await requestMagicLink(visitor(a), { email: 'nobody@fan.example', returnTo: null })).toBeUndefined()
    await runAnswers(database, a)
    expect(await lettersTo(a, 'nobody@fan.example')).toEqual([])
  })

  it('proves an address, and drops a password that a stranger may have chosen', async () => {
    const fan = await signedIn(a, { email: 'waits@fan.example', passwordHash, verified: false })
    await requestMagicLink(visitor(a), { email: 'waits@fan.example', returnTo: null })
    await runAnswers(database, a)
    await consumeMagicLink(visitor(a), { token: (await lastLetterTo(a, 'waits@fan.example')).token })
    const [row] = await database.asOwner('select password_hash, email_verified_at from account where id = $1', [fan.actor.accountId])
    expect(row).toMatchObject({ password_hash: null, email_verified_at: expect.any(Date) })
  })

  it('lets a locked-out owner in', async () => {
    await signedIn(a, { email: 'besieged@fan.example', passwordHash })
    for (let network = 0; network < 5; network += 1)
      await signIn(from(network), { email: 'besieged@fan.example', password: 'x' }).catch(() => undefined)
    await requestMagicLink(visitor(a), { email: 'besieged@fan.example', returnTo: null })
    await runAnswers(database, a)
    await consumeMagicLink(visitor(a), { token: (await lastLetterTo(a, 'besieged@fan.example')).token })
    expect((await signIn(visitor(a), { email: 'besieged@fan.example', password })).state).toBe('signedIn')
  })
})

describe('a forgotten password', () => {
  const ask = async (email: string): Promise<string> => {
    await requestPasswordReset(visitor(a), { email })
    await runAnswers(database, a)
    return (await lastLetterTo(a, email)).token
  }

  it('is replaced by a link: sessions end, other links die, a mail says so', async () => {
    const fan = await signedIn(a, { email: 'forgot@fan.example', passwordHash })
    await requestMagicLink(visitor(a), { email: 'forgot@fan.example', returnTo: null })
    await runAnswers(database, a)
    const magic = (await lastLetterTo(a, 'forgot@fan.example')).token
    const token = await ask('forgot@fan.example')
    const entry = await resetPassword(visitor(a), { token, password: 'tangerine dub plates' })
    expect(entry.state).toBe('signedIn')
    expect(await validateSession(a, fan.token)).toBeNull()
    await expect(consumeMagicLink(visitor(a), { token: magic })).rejects.toThrowError('account.linkGone')
    await expect(resetPassword(visitor(a), { token, password: 'tangerine dub plates' })).rejects.toThrowError('account.linkGone')
    expect((await lettersTo(a, 'forgot@fan.example')).map(({ template }) => template)).toContain('passwordChanged')
    await expect(signIn(visitor(a), { email: 'forgot@fan.example', password })).rejects.toMatchObject(failure)
    expect((await signIn(visitor(a), { email: 'forgot@fan.example', password: 'tangerine dub plates' })).state).toBe('signedIn')
  })

  it('keeps the link when the new password is refused', async () => {
    await signedIn(a, { email: 'weak@fan.example', passwordHash })
    const token = await ask('weak@fan.example')
    await expect(resetPassword(visitor(a), { token, password: 'short' })).rejects.toMatchObject({
      detail: { fields: { password: 'account.password.tooShort' } },
    })
    expect((await resetPassword(visitor(a), { token, password: 'tangerine dub plates' })).state).toBe('signedIn')
  })

  it('of an unknown address sends nothing, and a link is worth nothing after an hour or elsewhere', async () => {
    await requestPasswordReset(visitor(a), { email: 'unknown@fan.example' })
    await runAnswers(database, a)
    expect(await lettersTo(a, 'unknown@fan.example')).toEqual([])
    await signedIn(a, { email: 'slow@fan.example', passwordHash })
    const token = await ask('slow@fan.example')
    for (const ctx of [visitor(a, minutes(61)), visitor(b)]) {
      await expect(resetPassword(ctx, { token, password: 'tangerine dub plates' })).rejects.toThrowError('account.linkGone')
    }
  })
})

import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateSession } from '../sessions/index.ts'
import { lastLetterTo, lettersTo, runAnswers } from '../testing/post-room.ts'
import { visitor } from '../testing/signed-in.ts'
import { inspectVerification, requestVerificationAgain, signIn, signUp, sweepTokens, verifyEmail } from './index.ts'

type Tenant = TenantRef & { slug: string }
let database: TestDatabase
let a: Tenant
let b: Tenant
beforeAll(async () => {
  database = await createTestDatabase()
  a = await database.createTenant()
  b = await database.createTenant()
})
afterAll(() => database.drop())

const password = 'kettle-drum-orchid-7'
const form = (email: string, more: object = {}) => ({
  ...{ name: 'Fan', email, password, terms: true as const, marketing: false, timeZone: null },
  ...more,
})
const accountOf = async (email: string) =>
  (
    await database.asOwner<{ id: string; email_verified_at: Date | null; name: string }>('select * from account where email = $1', [email])
  )[0]

describe('signing up', () => {
  it('makes an account that waits, mails a link, and signs in once it is confirmed', async () => {
    const ctx = visitor(a, { locale: 'es' })
    const { step } = await signUp(ctx, form('new@fan.example'))
    expect(await accountOf('new@fan.example')).toBeUndefined()
    await runAnswers(database, a)
    const letter = await lastLetterTo(a, 'new@fan.example')
    expect([letter.template, letter.locale]).toEqual(['verifyEmail', 'es'])
    expect(await inspectVerification(ctx, { unverifiedToken: letter.token, step })).toEqual({ state: 'ready', email: 'new@fan.example' })
    const entry = await verifyEmail(ctx, { token: letter.token, step, password: null })
    expect(entry.state).toBe('signedIn')
    if (entry.state === 'signedIn') expect((await validateSession(a, entry.session.token))?.actor.email).toBe('new@fan.example')
    expect((await accountOf('new@fan.example'))?.email_verified_at).not.toBeNull()
    await expect(verifyEmail(ctx, { token: letter.token, step, password: null })).rejects.toThrowError('account.linkGone')
    expect(await inspectVerification(ctx, { unverifiedToken: letter.token, step })).toEqual({ state: 'gone' })
  })

  it('keeps what was agreed to', async () => {
    await signUp(visitor(a), form('agrees@fan.example', { marketing: true }))
    await runAnswers(database, a)
    const account = await accountOf('agrees@fan.example')
    const rows = await database.asOwner('select kind, granted, version from consent_record where account_id = $1 order by kind', [
      account?.id,
    ])
    expect(rows).toEqual([
      { kind: 'marketing', granted: true, version: '1' },
      { kind: 'terms', granted: true, version: 'r1' },
    ])
  })

  it('asks another browser for the password: who signed somebody else up gets nothing by their click', async () => {
    await signUp(visitor(a), form('victim@fan.example'))
    await runAnswers(database, a)
    const { token } = await lastLetterTo(a, 'victim@fan.example')
    const phone = visitor(a, { ipPrefix: '198.51.100.0/24' })
    expect(await inspectVerification(phone, { unverifiedToken: token, step: null })).toEqual({
      state: 'needsPassword',
      email: 'victim@fan.example',
    })
    await expect(verifyEmail(phone, { token, step: null, password: null })).rejects.toMatchObject({
      detail: { fields: { password: 'field.required' } },
    })
    await expect(verifyEmail(phone, { token, step: null, password: 'not the password' })).rejects.toMatchObject({
      detail: { fields: { password: 'account.passwordWrong' } },
    })
    expect((await accountOf('victim@fan.example'))?.email_verified_at).toBeNull()
    expect((await verifyEmail(phone, { token, step: null, password })).state).toBe('signedIn')
  })

  it('a second sign-up before the click replaces the first, whose step proves nothing any more', async () => {
    const first = await signUp(visitor(a), form('twice@fan.example', { password: 'the password of a stranger 1' }))
    await runAnswers(database, a)
    const { token } = await lastLetterTo(a, 'twice@fan.example')
    const second = await signUp(visitor(a), form('twice@fan.example', { name: 'The Owner' }))
    await runAnswers(database, a)
    expect((await inspectVerification(visitor(a), { unverifiedToken: token, step: first.step })).state).toBe('needsPassword')
    expect((await inspectVerification(visitor(a), { unverifiedToken: token, step: second.step })).state).toBe('ready')
    expect((await accountOf('twice@fan.example'))?.name).toBe('The Owner')
  })

  it('answers the same when the address has an account, and tells its owner alone', async () => {
    const { step } = await signUp(visitor(a), form('known@fan.example'))
    await runAnswers(database, a)
    await verifyEmail(visitor(a), { token: (await lastLetterTo(a, 'known@fan.example')).token, step, password: null })
    const again = await signUp(visitor(a), form('known@fan.example', { name: 'Stranger', password: 'some other password 9' }))
    expect(Object.keys(again)).toEqual(['step'])
    await runAnswers(database, a)
    expect((await lastLetterTo(a, 'known@fan.example')).template).toBe('accountExists')
    expect((await accountOf('known@fan.example'))?.name).toBe('Fan')
    expect((await signIn(visitor(a), { email: 'known@fan.example', password })).state).toBe('signedIn')
  })

  it('mails once, however often the job runs', async () => {
    await signUp(visitor(a), form('once@fan.example'))
    await runAnswers(database, a, { keep: true })
    await runAnswers(database, a, { keep: true })
    await runAnswers(database, a)
    expect(await lettersTo(a, 'once@fan.example')).toHaveLength(1)
  })

  it('at two artists makes two accounts that know nothing of each other', async () => {
    for (const ref of [a, b]) {
      const { step } = await signUp(visitor(ref), form('both@fan.example'))
      await runAnswers(database, ref)
      const { token } = await lastLetterTo(ref, 'both@fan.example')
      const other = ref === a ? b : a
      await expect(verifyEmail(visitor(other), { token, step, password })).rejects.toThrowError('account.linkGone')
      await verifyEmail(visitor(ref), { token, step, password: null })
    }
    const rows = await database.asOwner('select distinct id from account where email = $1', ['both@fan.example'])
    expect(rows).toHaveLength(2)
  })

  it.each([
    ['fourteen chars', 'account.password.tooShort'],
    ['passwordpassword', 'account.password.common'],
    ['new2@fan.example', 'account.password.personal'],
  ])('refuses the password %s before anything is written', async (bad, problem) => {
    await expect(signUp(visitor(a), form('new2@fan.example', { password: bad }))).rejects.toMatchObject({
      detail: { fields: { password: problem } },
    })
    expect(await runAnswers(database, a)).toBe(0)
  })

  it('refuses more than five mails an hour to one address, and takes the sixth an hour later', async () => {
    for (let time = 0; time < 5; time += 1) await signUp(visitor(a), form('bomb@fan.example'))
    await expect(signUp(visitor(a), form('bomb@fan.example'))).rejects.toMatchObject({ code: 'too_many' })
    await signUp(visitor(a), form('other@fan.example'))
    const later = new Date(Date.now() + 61 * 60_000)
    await signUp(visitor(a, { now: () => later }), form('bomb@fan.example'))
    await runAnswers(database, a)
  })

  it('from everywhere stops at twenty a day', async () => {
    for (let time = 0; time < 20; time += 1) await signUp(visitor(a, { ipPrefix: `10.0.${time}.0/24` }), form('flood@fan.example'))
    await expect(signUp(visitor(a, { ipPrefix: '10.1.0.0/24' }), form('flood@fan.example'))).rejects.toMatchObject({ code: 'too_many' })
    await runAnswers(database, a)
  })
})

describe('a confirmation that did not come', () => {
  it('is sent again from the browser that signed up, and from nowhere else', async () => {
    const { step } = await signUp(visitor(a), form('again@fan.example'))
    await runAnswers(database, a)
    await requestVerificationAgain(visitor(a), { unverifiedStep: step })
    await runAnswers(database, a)
    expect(await lettersTo(a, 'again@fan.example')).toHaveLength(2)
    for (const unverifiedStep of [null, 'junk', `${step}x`]) {
      await expect(requestVerificationAgain(visitor(a), { unverifiedStep })).rejects.toThrowError('account.stepGone')
    }
    await expect(requestVerificationAgain(visitor(b), { unverifiedStep: step })).rejects.toThrowError('account.stepGone')
  })

  it('is sent again to whoever signs in with the right password', async () => {
    await signUp(visitor(a), form('unconfirmed@fan.example'))
    await runAnswers(database, a)
    const entry = await signIn(visitor(a), { email: 'unconfirmed@fan.example', password })
    if (entry.state !== 'unverified') throw new Error(entry.state)
    await runAnswers(database, a)
    expect(await lettersTo(a, 'unconfirmed@fan.example')).toHaveLength(2)
    const { token } = await lastLetterTo(a, 'unconfirmed@fan.example')
    expect((await inspectVerification(visitor(a), { unverifiedToken: token, step: entry.step })).state).toBe('ready')
  })

  it('is no longer good after a day, and the account goes after a week', async () => {
    const { step } = await signUp(visitor(a), form('forgets@fan.example'))
    await runAnswers(database, a)
    const { token } = await lastLetterTo(a, 'forgets@fan.example')
    const day = visitor(a, { now: () => new Date(Date.now() + 25 * 60 * 60_000) })
    await expect(verifyEmail(day, { token, step, password })).rejects.toThrowError('account.linkGone')
    const week = visitor(a, { now: () => new Date(Date.now() + 8 * 24 * 60 * 60_000) })
    await sweepTokens(week)
    expect(await accountOf('forgets@fan.example')).toBeUndefined()
    expect(await accountOf('known@fan.example')).toBeDefined()
  })
})

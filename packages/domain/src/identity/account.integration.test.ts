import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext } from '../context/index.ts'
import { validateSession } from '../sessions/index.ts'
import { lastLetterTo, lettersTo, runAnswers } from '../testing/post-room.ts'
import { signedIn, visitor } from '../testing/signed-in.ts'
import {
  changeEmail,
  changePassword,
  confirmEmail,
  deleteAccount,
  exportMyData,
  getProfile,
  hashPassword,
  listMyActivity,
  requestMagicLink,
  requestPasswordReset,
  resetPassword,
  signIn,
  updateProfile,
} from './index.ts'

type Tenant = TenantRef & { slug: string }
let database: TestDatabase
let a: Tenant
let b: Tenant
let passwordHash: string
const password = 'kettle-drum-orchid-7'
const next = 'tangerine dub plates'
beforeAll(async () => {
  database = await createTestDatabase()
  a = await database.createTenant()
  b = await database.createTenant()
  passwordHash = await hashPassword(password)
})
afterAll(() => database.drop())

const wrongPassword = { detail: { fields: { password: 'account.passwordWrong' } } }
const anonymous = () => visitor(a)
const old = (ctx: AccountContext, minutes: number): AccountContext => ({ ...ctx, now: () => new Date(Date.now() + minutes * 60_000) })

describe('changing the password', () => {
  it('asks for the present one, ends every other session, renews this one and says so by mail', async () => {
    const fan = await signedIn(a, { email: 'change@fan.example', passwordHash })
    const phone = await signIn(visitor(a), { email: 'change@fan.example', password })
    await expect(changePassword(fan, { password: 'wrong', newPassword: next })).rejects.toMatchObject(wrongPassword)
    await expect(changePassword(fan, { password: null, newPassword: next })).rejects.toMatchObject({
      detail: { fields: { password: 'field.required' } },
    })
    const session = await changePassword(fan, { password, newPassword: next })
    expect((await validateSession(a, session.token))?.actor.accountId).toBe(fan.actor.accountId)
    expect(await validateSession(a, fan.token)).toBeNull()
    if (phone.state === 'signedIn') expect(await validateSession(a, phone.session.token)).toBeNull()
    expect((await lastLetterTo(a, 'change@fan.example')).template).toBe('passwordChanged')
    await expect(signIn(visitor(a), { email: 'change@fan.example', password })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('refuses a weak one, the same one, and the anonymous', async () => {
    const fan = await signedIn(a, { passwordHash })
    for (const [newPassword, problem] of [
      ['short', 'tooShort'],
      [password, 'same'],
      ['qwertyuiopasdfghjkl', 'obvious'],
    ] as const) {
      await expect(changePassword(fan, { password, newPassword })).rejects.toMatchObject({
        detail: { fields: { newPassword: `account.password.${problem}` } },
      })
    }
    await expect(changePassword(anonymous(), { password, newPassword: next })).rejects.toThrowError('unauthenticated')
  })

  it('counts wrong answers to "your password again" and rests', async () => {
    const fan = await signedIn(a, { passwordHash })
    for (let time = 0; time < 5; time += 1)
      await expect(changePassword(fan, { password: 'x', newPassword: next })).rejects.toMatchObject(wrongPassword)
    await expect(changePassword(fan, { password, newPassword: next })).rejects.toMatchObject({ code: 'too_many' })
    expect((await changePassword(old(fan, 1.2), { password, newPassword: next })).token).toBeTruthy()
  })

  it('lets an account without a password choose one, shortly after signing in', async () => {
    const fan = await signedIn(a)
    await expect(changePassword(old(fan, 16), { password: null, newPassword: next })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await changePassword(fan, { password: null, newPassword: next })).token).toBeTruthy()
  })
})

describe('changing the address', () => {
  it('takes a click at the new one, with a notice to the old', async () => {
    const fan = await signedIn(a, { email: 'old@fan.example', passwordHash })
    await expect(changeEmail(fan, { email: 'moved@fan.example', password: 'wrong' })).rejects.toMatchObject(wrongPassword)
    await changeEmail(fan, { email: 'moved@fan.example', password })
    await runAnswers(database, a)
    expect((await lastLetterTo(a, 'old@fan.example')).template).toBe('emailChangeNotice')
    const { token, template } = await lastLetterTo(a, 'moved@fan.example')
    expect(template).toBe('emailChange')
    expect((await getProfile(fan)).email).toBe('old@fan.example')
    await expect(confirmEmail(visitor(b), { token })).rejects.toThrowError('account.linkGone')
    const session = await confirmEmail(fan, { token })
    expect((await validateSession(a, session?.token ?? ''))?.actor.email).toBe('moved@fan.example')
    expect(await lastLetterTo(a, 'old@fan.example')).toMatchObject({ template: 'emailChanged', props: { newEmail: 'moved@fan.example' } })
    expect(await validateSession(a, fan.token)).toBeNull()
    await expect(confirmEmail(fan, { token })).rejects.toThrowError('account.linkGone')
  })

  it('opened in another browser ends every session and opens none', async () => {
    const fan = await signedIn(a, { passwordHash })
    await changeEmail(fan, { email: 'elsewhere@fan.example', password })
    await runAnswers(database, a)
    expect(await confirmEmail(anonymous(), { token: (await lastLetterTo(a, 'elsewhere@fan.example')).token })).toBeNull()
    expect(await validateSession(a, fan.token)).toBeNull()
  })

  it('to an address that has an account tells that address alone', async () => {
    await signedIn(a, { email: 'taken@fan.example' })
    const fan = await signedIn(a, { email: 'wants@fan.example', passwordHash })
    await changeEmail(fan, { email: 'taken@fan.example', password })
    await runAnswers(database, a)
    expect((await lettersTo(a, 'taken@fan.example')).map(({ template }) => template)).toEqual(['accountExists'])
  })

  it('fails when the address was taken meanwhile', async () => {
    const fan = await signedIn(a, { passwordHash })
    await changeEmail(fan, { email: 'race@fan.example', password })
    await runAnswers(database, a)
    const { token } = await lastLetterTo(a, 'race@fan.example')
    await signedIn(a, { email: 'race@fan.example' })
    await expect(confirmEmail(fan, { token })).rejects.toThrowError('account.linkGone')
  })

  it('is called off by a new password', async () => {
    const fan = await signedIn(a, { email: 'hijacked@fan.example', passwordHash })
    await changeEmail(fan, { email: 'thief@fan.example', password })
    await requestPasswordReset(visitor(a), { email: 'hijacked@fan.example' })
    await runAnswers(database, a)
    await resetPassword(visitor(a), { token: (await lastLetterTo(a, 'hijacked@fan.example')).token, password: next })
    await expect(confirmEmail(anonymous(), { token: (await lastLetterTo(a, 'thief@fan.example')).token })).rejects.toThrowError(
      'account.linkGone',
    )
  })

  it('refuses the same address and the anonymous', async () => {
    const fan = await signedIn(a, { email: 'same@fan.example', passwordHash })
    await expect(changeEmail(fan, { email: 'same@fan.example', password })).rejects.toMatchObject({
      detail: { fields: { email: 'account.emailSame' } },
    })
    await expect(changeEmail(anonymous(), { email: 'x@fan.example', password })).rejects.toThrowError('unauthenticated')
  })
})

describe('one’s own page', () => {
  it('shows and changes name, language and time zone, and what happened', async () => {
    const fan = await signedIn(a, { email: 'me@fan.example', passwordHash })
    await updateProfile(fan, { name: 'New Name', locale: 'pt', timeZone: 'America/Sao_Paulo' })
    expect(await getProfile(fan)).toMatchObject({
      name: 'New Name',
      locale: 'pt',
      timeZone: 'America/Sao_Paulo',
      hasPassword: true,
      secondFactor: 'off',
    })
    expect((await listMyActivity(fan)).map(({ what }) => what)).toEqual(['profileChanged'])
    expect((await validateSession(a, fan.token))?.locale).toBe('pt')
    for (const ask of [getProfile, listMyActivity]) await expect(ask(anonymous())).rejects.toThrowError('unauthenticated')
    await expect(updateProfile(anonymous(), { name: 'x', locale: null, timeZone: null })).rejects.toThrowError('unauthenticated')
  })
})

describe('downloading one’s data', () => {
  it('gives everything about the person, none of the secrets, and nothing of anybody else', async () => {
    const fan = await signedIn(a, { email: 'export@fan.example', name: 'Exported', passwordHash })
    await signedIn(a, { email: 'bystander@fan.example' })
    await requestMagicLink(visitor(a), { email: 'export@fan.example', returnTo: null })
    await runAnswers(database, a)
    await expect(exportMyData(fan, { password: 'wrong' })).rejects.toMatchObject(wrongPassword)
    await expect(exportMyData(anonymous(), { password })).rejects.toThrowError('unauthenticated')
    const exported = await exportMyData(fan, { password })
    expect(exported.account).toMatchObject({ email: 'export@fan.example', name: 'Exported' })
    expect(exported.sessions).toHaveLength(1)
    expect(exported.mails.map(({ template }) => template)).toEqual(['magicLink'])
    const text = JSON.stringify(exported)
    for (const secret of [passwordHash, fan.token, fan.actor.sessionId, 'bystander']) expect(text).not.toContain(secret)
    expect((await lastLetterTo(a, 'export@fan.example')).template).toBe('dataExport')
  })
})

describe('deleting the account', () => {
  it('erases the person and leaves nothing that names them', async () => {
    const fan = await signedIn(a, { email: 'erase@fan.example', name: 'Erased Person', passwordHash })
    await updateProfile(fan, { name: 'Erased Person', locale: null, timeZone: null })
    await requestMagicLink(visitor(a), { email: 'erase@fan.example', returnTo: null })
    await runAnswers(database, a)
    await expect(deleteAccount(fan, { password: 'wrong', sure: true })).rejects.toMatchObject(wrongPassword)
    await expect(deleteAccount(anonymous(), { password, sure: true })).rejects.toThrowError('unauthenticated')
    await deleteAccount(fan, { password, sure: true })
    expect(await validateSession(a, fan.token)).toBeNull()
    await expect(signIn(visitor(a), { email: 'erase@fan.example', password })).rejects.toMatchObject({ code: 'invalid' })
    expect((await lettersTo(a, 'erase@fan.example')).map(({ template }) => template)).toEqual(['accountDeleted'])
    for (const table of ['account', 'session', 'one_time_token', 'audit_entry', 'consent_record', 'invitation']) {
      const rows = await database.asOwner<{ row: string }>(`select t::text as row from ${table} t`)
      expect(rows.filter(({ row }) => /erase@fan|Erased Person/.test(row))).toEqual([])
    }
  })

  it('is refused to the last owner, and to one of two owners who go at once', async () => {
    const [one, two] = [await signedIn(b, { role: 'owner', passwordHash }), await signedIn(b, { role: 'owner', passwordHash })]
    const both = await Promise.allSettled([deleteAccount(one, { password, sure: true }), deleteAccount(two, { password, sure: true })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((each) => each.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'conflict', detail: { messageKey: 'account.lastOwner' } })
  })
})

import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateSession } from '../sessions/index.ts'
import { lastLetterTo, lettersTo, runAnswers } from '../testing/post-room.ts'
import { signedIn, visitor } from '../testing/signed-in.ts'
import {
  beginSecondFactor,
  changeEmail,
  changePassword,
  completeSignIn,
  confirmEmail,
  confirmSecondFactor,
  consumeMagicLink,
  disableSecondFactor,
  getProfile,
  hashPassword,
  pendingEnrolment,
  renewRecoveryCodes,
  requestMagicLink,
  requestPasswordReset,
  resetPassword,
  signIn,
  stepWaits,
  undoSecondFactor,
} from './index.ts'
import { codeAt } from './second-factor/totp.ts'

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

const at = (minutes: number) => ({ now: () => new Date(Date.now() + minutes * 60_000) })
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** What an authenticator app does with the secret it shows. */
function appCode(secret: string, minutes = 0): string {
  const bits = [...secret.replaceAll(' ', '')].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  return codeAt(Buffer.from(bytes).toString('base64url'), at(minutes).now())
}

async function enrolled(email: string) {
  const fan = await signedIn(a, { email, passwordHash })
  await beginSecondFactor(fan, { password })
  const { secret } = (await pendingEnrolment(fan)) ?? { secret: '' }
  const { recoveryCodes, session } = await confirmSecondFactor(fan, { code: appCode(secret) })
  const actor = (await validateSession(a, session.token))?.actor ?? fan.actor
  return { fan: { ...fan, actor }, secret, recoveryCodes, token: session.token }
}

const stepOf = async (email: string, more = {}): Promise<string> => {
  const entry = await signIn(visitor(a, more), { email, password })
  if (entry.state !== 'secondFactor') throw new Error(entry.state)
  return entry.step
}

describe('switching the second factor on', () => {
  it('takes the password, shows a secret, and a first code switches it on with ten recovery codes', async () => {
    const fan = await signedIn(a, { email: 'enrols@fan.example', passwordHash })
    await expect(beginSecondFactor(fan, { password: 'wrong' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(confirmSecondFactor(fan, { code: '123456' })).rejects.toMatchObject({ code: 'conflict' })
    await beginSecondFactor(fan, { password })
    const waiting = await pendingEnrolment(fan)
    expect(waiting?.uri).toMatch(/^otpauth:\/\/totp\/Test:enrols%40fan\.example\?/)
    expect((await getProfile(fan)).secondFactor).toBe('waiting')
    expect((await signIn(visitor(a), { email: 'enrols@fan.example', password })).state).toBe('signedIn')
    await expect(confirmSecondFactor(fan, { code: '000000' })).rejects.toMatchObject({ detail: { fields: { code: 'account.codeWrong' } } })
    const { recoveryCodes, session } = await confirmSecondFactor(fan, { code: appCode(waiting?.secret ?? '') })
    expect(recoveryCodes).toHaveLength(10)
    expect(await validateSession(a, fan.token)).toBeNull()
    expect((await validateSession(a, session.token))?.actor.hasSecondFactor).toBe(true)
    expect(await pendingEnrolment(fan)).toBeNull()
    await expect(beginSecondFactor(fan, { password })).rejects.toMatchObject({ code: 'conflict' })
    const rows = await database.asOwner<{ row: string }>(
      'select a::text as row from account a union all select r::text from recovery_code r',
    )
    for (const { row } of rows) expect(row).not.toMatch(new RegExp([...recoveryCodes, waiting?.secret.replaceAll(' ', '')].join('|'), 'i'))
  })

  it('is nobody’s who is not signed in', async () => {
    for (const ask of [
      () => beginSecondFactor(visitor(a), { password }),
      () => pendingEnrolment(visitor(a)),
      () => confirmSecondFactor(visitor(a), { code: '123456' }),
      () => disableSecondFactor(visitor(a), { password, newPassword: null }),
      () => renewRecoveryCodes(visitor(a), { password }),
    ]) {
      await expect(ask()).rejects.toThrowError('unauthenticated')
    }
  })
})

describe('signing in with a second factor', () => {
  it('opens a session for the code, once', async () => {
    const { secret, fan } = await enrolled('two@fan.example')
    const step = await stepOf('two@fan.example')
    expect(await stepWaits(visitor(a), { unverifiedStep: step })).toBe(true)
    expect(await stepWaits(visitor(b), { unverifiedStep: step })).toBe(false)
    // The code that switched it on is spent.
    await expect(completeSignIn(visitor(a), { step, code: appCode(secret) })).rejects.toMatchObject({
      detail: { fields: { code: 'account.codeWrong' } },
    })
    await expect(completeSignIn(visitor(b), { step, code: appCode(secret, 0.5) })).rejects.toThrowError('account.stepGone')
    const session = await completeSignIn(visitor(a), { step, code: ` ${appCode(secret, 0.5)} ` })
    expect((await validateSession(a, session.token))?.actor.accountId).toBe(fan.actor.accountId)
    await expect(completeSignIn(visitor(a), { step, code: appCode(secret, 0.5) })).rejects.toThrowError('account.stepGone')
    expect(await stepWaits(visitor(a), { unverifiedStep: step })).toBe(false)
  })

  it('takes a recovery code once, however it is typed', async () => {
    const { recoveryCodes, fan } = await enrolled('lost@fan.example')
    const [code = ''] = recoveryCodes
    const typed = code.toUpperCase().replaceAll('-', ' ')
    await completeSignIn(visitor(a), { step: await stepOf('lost@fan.example'), code: typed })
    await expect(completeSignIn(visitor(a), { step: await stepOf('lost@fan.example'), code })).rejects.toMatchObject({ code: 'invalid' })
    expect((await getProfile(fan)).recoveryCodesLeft).toBe(9)
  })

  it('gives one session for two requests with the same code at once', async () => {
    const { secret } = await enrolled('double@fan.example')
    const steps = [await stepOf('double@fan.example'), await stepOf('double@fan.example')]
    const code = appCode(secret, 0.5)
    const both = await Promise.allSettled(steps.map((step) => completeSignIn(visitor(a), { step, code })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('rests after five wrong codes, on any step', async () => {
    await enrolled('guess@fan.example')
    for (let time = 0; time < 4; time += 1) {
      const step = await stepOf('guess@fan.example')
      await expect(completeSignIn(visitor(a), { step, code: '000000' })).rejects.toMatchObject({ code: 'invalid' })
    }
    const step = await stepOf('guess@fan.example')
    await expect(completeSignIn(visitor(a), { step, code: '000000' })).rejects.toMatchObject({ code: 'too_many' })
  })

  it('is not waited for longer than ten minutes', async () => {
    const { secret } = await enrolled('slow@fan.example')
    const step = await stepOf('slow@fan.example')
    await expect(completeSignIn(visitor(a, at(11)), { step, code: appCode(secret, 11) })).rejects.toThrowError('account.stepGone')
  })

  it('is asked for after a mail’s link and after a new password too', async () => {
    await enrolled('always@fan.example')
    await requestMagicLink(visitor(a), { email: 'always@fan.example', returnTo: null })
    await runAnswers(database, a)
    const magic = await consumeMagicLink(visitor(a), { token: (await lastLetterTo(a, 'always@fan.example')).token })
    expect(magic.state).toBe('secondFactor')
    await requestPasswordReset(visitor(a), { email: 'always@fan.example' })
    await runAnswers(database, a)
    const { token } = await lastLetterTo(a, 'always@fan.example')
    // Beside a second factor eight characters are enough.
    expect((await resetPassword(visitor(a), { token, password: 'kq7vzmx2' })).state).toBe('secondFactor')
  })
})

describe('switching it off', () => {
  it('takes the password, and every other session ends', async () => {
    const { fan, token } = await enrolled('off@fan.example')
    await expect(disableSecondFactor(fan, { password: 'wrong', newPassword: null })).rejects.toMatchObject({ code: 'invalid' })
    const session = await disableSecondFactor(fan, { password, newPassword: null })
    expect(await validateSession(a, token)).toBeNull()
    expect((await validateSession(a, session.token))?.actor.hasSecondFactor).toBe(false)
    expect((await signIn(visitor(a), { email: 'off@fan.example', password })).state).toBe('signedIn')
    await expect(disableSecondFactor(fan, { password, newPassword: null })).rejects.toMatchObject({ code: 'conflict' })
    await expect(renewRecoveryCodes(fan, { password })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('asks for a password of fifteen when the present one is shorter', async () => {
    const { fan } = await enrolled('short@fan.example')
    const session = await changePassword(fan, { password, newPassword: 'kq7vzmx2' })
    const me = { ...fan, actor: (await validateSession(a, session.token))?.actor ?? fan.actor }
    await expect(disableSecondFactor(me, { password: 'kq7vzmx2', newPassword: null })).rejects.toMatchObject({
      detail: { fields: { newPassword: 'account.password.longerFirst' } },
    })
    await expect(disableSecondFactor(me, { password: 'kq7vzmx2', newPassword: 'kq7vzmx3' })).rejects.toMatchObject({
      detail: { fields: { newPassword: 'account.password.tooShort' } },
    })
    await disableSecondFactor(me, { password: 'kq7vzmx2', newPassword: 'tangerine dub plates' })
    expect((await signIn(visitor(a), { email: 'short@fan.example', password: 'tangerine dub plates' })).state).toBe('signedIn')
  })
})

describe('a second factor that a thief set up', () => {
  const undoToken = async (email: string): Promise<string> => {
    const letter = (await lettersTo(a, email)).find(({ template }) => template === 'secondFactorOn')
    return new URL(String(letter?.props.undoUrl), 'http://site').searchParams.get('token') ?? ''
  }

  it('is taken back by the letter that told of it: nobody is signed in, neither password nor code counts, a new password opens it', async () => {
    const email = 'robbed@fan.example'
    const { token, recoveryCodes } = await enrolled(email)
    const link = await undoToken(email)
    await expect(undoSecondFactor(visitor(b), { token: link })).rejects.toThrowError('account.linkGone')
    const { resetToken } = await undoSecondFactor(visitor(a), { token: link })
    expect(await validateSession(a, token)).toBeNull()
    await expect(signIn(visitor(a), { email, password })).rejects.toMatchObject({ code: 'invalid' })
    await expect(undoSecondFactor(visitor(a), { token: link })).rejects.toThrowError('account.linkGone')
    const entry = await resetPassword(visitor(a), { token: resetToken, password: 'tangerine dub plates' })
    expect(entry.state).toBe('signedIn')
    expect((await signIn(visitor(a), { email, password: 'tangerine dub plates' })).state).toBe('signedIn')
    expect(recoveryCodes).toHaveLength(10)
    expect((await lettersTo(a, email)).map(({ template }) => template)).toContain('secondFactorOff')
  })

  it('does not keep the account either when the thief moved it to another address or set the factor up anew', async () => {
    const email = 'moved@fan.example'
    const { fan } = await enrolled(email)
    const link = await undoToken(email)
    await changeEmail(fan, { email: 'thief@elsewhere.example', password })
    await runAnswers(database, a)
    await confirmEmail(fan, { token: (await lastLetterTo(a, 'thief@elsewhere.example')).token })
    const { resetToken } = await undoSecondFactor(visitor(a), { token: link })
    await resetPassword(visitor(a), { token: resetToken, password: 'tangerine dub plates' })
    expect((await signIn(visitor(a), { email, password: 'tangerine dub plates' })).state).toBe('signedIn')
    await expect(signIn(visitor(a), { email: 'thief@elsewhere.example', password })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('can be taken back for seven days, and no longer', async () => {
    const email = 'late@fan.example'
    await enrolled(email)
    const link = await undoToken(email)
    const later = { ...visitor(a), ...at(7 * 24 * 60 + 1) }
    await expect(undoSecondFactor(later, { token: link })).rejects.toThrowError('account.linkGone')
  })
})

it('new recovery codes make the old worthless', async () => {
  const { fan, recoveryCodes } = await enrolled('renew@fan.example')
  const renewed = await renewRecoveryCodes(fan, { password })
  const step = await stepOf('renew@fan.example')
  await expect(completeSignIn(visitor(a), { step, code: recoveryCodes[0] ?? '' })).rejects.toMatchObject({ code: 'invalid' })
  await completeSignIn(visitor(a), { step, code: renewed[0] ?? '' })
})

describe('letters about the second factor', () => {
  const told = async (email: string) => (await lettersTo(a, email)).map(({ template, props }) => [template, props.left ?? null])

  it('say when it was switched on and off, when codes were made anew, and when one was used, with what is left', async () => {
    const email = 'letters@fan.example'
    const { fan, recoveryCodes } = await enrolled(email)
    expect(await told(email)).toEqual([['secondFactorOn', null]])
    await completeSignIn(visitor(a), { step: await stepOf(email), code: recoveryCodes[0] ?? '' })
    expect(await told(email)).toContainEqual(['recoveryCodeUsed', 9])
    await renewRecoveryCodes(fan, { password })
    await disableSecondFactor(fan, { password, newPassword: null })
    const letters = await told(email)
    expect(letters).toContainEqual(['recoveryCodesRenewed', null])
    expect(letters).toContainEqual(['secondFactorOff', null])
  })

  it('say that somebody knows the password when codes are tried', async () => {
    const email = 'codes@fan.example'
    await enrolled(email)
    for (let network = 0; network < 6; network += 1) {
      const step = await stepOf(email, { ipPrefix: `10.4.${network}.0/24` })
      await completeSignIn(visitor(a, { ipPrefix: `10.4.${network}.0/24` }), { step, code: '000000' }).catch(() => undefined)
    }
    await runAnswers(database, a)
    expect((await told(email)).filter(([template]) => template === 'codeTries')).toHaveLength(1)
  })
})

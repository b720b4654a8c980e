import { createLogger } from '@residency/config'
import { createTestDatabase, recordStatements, type TestDatabase } from '@residency/db/testing'
import { MailError } from '@residency/integrations/mail'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../identity/index.ts'
import { codeAt } from '../identity/second-factor/totp.ts'
import { decryptField, encryptField } from '../secrets/index.ts'
import { beginOperatorEnrolment, deliverOperatorMails, passOperatorSecondFactor, signInOperator, validateOperatorSession } from './index.ts'
import { operatorMailPurpose } from './operator-mail.ts'

let database: TestDatabase
const password = 'kettle drum orchid seven'
beforeAll(async () => {
  database = await createTestDatabase()
  const hash = await hashPassword(password)
  for (const name of ['known', 'resting', 'told', 'codes'])
    await database.asOwner('insert into operator (email, name, password_hash) values ($1, $2, $3)', [
      `${name}@operator.example`,
      name,
      hash,
    ])
})
afterAll(() => database.drop())

const start = Date.now()
const log = createLogger('test', 'silent')
const request = (minutes = 0) => ({
  requestId: 'test',
  userAgent: null,
  ipPrefix: null,
  locale: 'en' as const,
  now: () => new Date(start + minutes * 60_000),
  log,
})
const enter = (name: string, given: string, minutes = 0) =>
  signInOperator(request(minutes), { email: `${name}@operator.example`, password: given })
const refusal = { code: 'invalid', detail: { messageKey: 'account.signInFailedOrRests' } }

describe('an operator', () => {
  it('gets in by the password to the second factor, and no further', async () => {
    const session = await validateOperatorSession(await enter('known', password), new Date(start))
    expect(session).toMatchObject({ email: 'known@operator.example', mustEnrol: true, isComplete: false })
  })

  it('rests after five wrong tries, and nobody who tries can tell that from a wrong password or an unknown address', async () => {
    for (let at = 0; at < 5; at += 1) await expect(enter('resting', 'wrong')).rejects.toMatchObject(refusal)
    await expect(enter('resting', password)).rejects.toMatchObject(refusal)
    await expect(enter('nobody', password)).rejects.toMatchObject(refusal)
    const statements = (name: string) => recordStatements(() => enter(name, password).catch(() => undefined))
    expect(await statements('resting')).toEqual(await statements('nobody'))
    expect(await enter('resting', password, 2)).toMatch(/^[\w-]{43}$/)
  })
})

describe('letters to an operator', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1'
  const from = (minutes: number, userAgent: string) => ({
    ...request(minutes),
    userAgent,
    ipPrefix: '203.0.113.0/24',
    locale: 'fr' as const,
  })

  async function letters(name: string) {
    const rows = await database.asOwner<{ template: string; locale: string; payload: string }>(
      `select m.template, m.locale, m.payload from operator_mail m join operator o on o.id = m.operator_id where o.email = $1 order by m.id`,
      [`${name}@operator.example`],
    )
    return rows.map(({ template, locale, payload }) => ({
      template,
      locale,
      props: payload && JSON.parse(decryptField(payload, operatorMailPurpose)),
    }))
  }
  async function half(name: string, minutes: number, userAgent: string) {
    const token = await signInOperator(from(minutes, userAgent), { email: `${name}@operator.example`, password })
    const session = await validateOperatorSession(token, from(minutes, userAgent).now())
    if (!session) throw new Error('no session')
    return session
  }
  const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  function appCode(secret: string, minutes: number): string {
    const bits = [...secret.replaceAll(' ', '')].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('')
    const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
    return codeAt(Buffer.from(bytes).toString('base64url'), from(minutes, firefox).now())
  }

  it('tell of a second factor, of a device not seen before and of recovery codes, in the language of the last sign-in, and of nothing else', async () => {
    const first = await half('told', 0, firefox)
    const { secret } = await beginOperatorEnrolment(first)
    const { recoveryCodes } = await passOperatorSecondFactor(first, from(0, firefox), { code: appCode(secret, 0) })
    await passOperatorSecondFactor(await half('told', 5, firefox), from(5, firefox), { code: appCode(secret, 5) })
    expect((await letters('told')).map(({ template, locale }) => [template, locale])).toEqual([['operatorFactorOn', 'fr']])
    await passOperatorSecondFactor(await half('told', 10, safari), from(10, safari), { code: recoveryCodes?.[0] ?? '' })
    const told = await letters('told')
    expect(told.map(({ template }) => template).sort()).toEqual(['operatorFactorOn', 'operatorRecoveryUsed', 'operatorSignIn'])
    expect(told.find(({ template }) => template === 'operatorSignIn')?.props).toMatchObject({
      browser: 'Safari',
      system: 'iOS',
      network: '203.0.113.0/24',
    })
    expect(told.find(({ template }) => template === 'operatorRecoveryUsed')?.props).toMatchObject({ left: 9 })
  })

  it('tell once a day that somebody knows the password, and of wrong passwords once they make it rest', async () => {
    for (let round = 0; round < 7; round += 1) {
      const session = await half('codes', round * 120, firefox).catch(() => null)
      if (session) await passOperatorSecondFactor(session, from(round * 120, firefox), { code: '000000' }).catch(() => undefined)
    }
    expect((await letters('codes')).filter(({ template }) => template === 'operatorCodeTries')).toHaveLength(1)
    await expect.poll(async () => (await letters('resting')).map(({ template }) => template)).toEqual(['operatorTries'])
  })

  it('are sent once each; one that the provider refuses for now is tried again, one refused for good is not', async () => {
    await database.asOwner('update operator_mail set sent_at = now()')
    const put = (error: string) =>
      database.asOwner(
        `insert into operator_mail (operator_id, template, recipient, locale, payload) select id, 'operatorFactorOn', $1, 'pt', $2 from operator limit 1`,
        [`${error}@operator.example`, encryptField('{"name":"Ana"}', operatorMailPurpose)],
      )
    await Promise.all(['fine', 'later', 'never'].map(put))
    const sent: string[] = []
    const sender = {
      send: async ({ to, from: writer }: { to: string; from: { address: string } }) => {
        if (to.startsWith('later')) throw new MailError('busy', false)
        if (to.startsWith('never')) throw new MailError('no such address', true)
        sent.push(`${to} ${writer.address.split('@')[0]}`)
        return { providerId: 'p' }
      },
      close: () => undefined,
    }
    const render = async (_template: string, props: Record<string, unknown>, { locale }: { locale: string }) => {
      expect(props).toMatchObject({ name: 'Ana', url: expect.stringMatching(/\/console$/) })
      return { senderName: 'Platform', subject: locale, html: '', text: '' }
    }
    expect(await deliverOperatorMails({ sender, render, log })).toBe(3)
    expect(await deliverOperatorMails({ sender, render, log })).toBe(0)
    expect(sent).toEqual(['fine@operator.example console'])
    await database.asOwner('update operator_mail set due_at = now()')
    expect(await deliverOperatorMails({ sender, render, log })).toBe(1)
    const rows = await database.asOwner<{ state: string }>(
      `select split_part(recipient::text, '@', 1) || ' ' || (sent_at is not null) || ' ' || (failed_at is not null) || ' ' || (payload = '') as state
       from operator_mail where template = 'operatorFactorOn' and locale = 'pt' order by 1`,
    )
    expect(rows.map(({ state }) => state)).toEqual(['fine true false true', 'later false false false', 'never false true true'])
  })
})

import { createLogger } from '@residency/config'
import { createTestDatabase, recordStatements, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../identity/index.ts'
import { signInOperator, validateOperatorSession } from './index.ts'

let database: TestDatabase
const password = 'kettle drum orchid seven'
beforeAll(async () => {
  database = await createTestDatabase()
  const hash = await hashPassword(password)
  for (const name of ['known', 'resting'])
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

import type { TenantRef } from '@residency/db'
import { createTestDatabase, recordStatements, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantContext } from '../context/index.ts'
import { lastLetterTo, lettersTo, runAnswers } from '../testing/post-room.ts'
import { signedIn, visitor } from '../testing/signed-in.ts'
import { consumeMagicLink, hashPassword, requestMagicLink, requestPasswordReset, signIn, signUp } from './index.ts'

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

const hour = 60 * 60_000
const start = Date.now()
const at = (ms: number) => ({ now: () => new Date(start + ms) })
/** Somebody who has every network there is. */
const attacker = (count: number, ms: number): TenantContext =>
  visitor(a, { ipPrefix: `10.${count >> 8}.${count & 255}.0/24`, userAgent: 'x', ...at(ms) })

/** The mark that a browser keeps after its owner has signed in with it. */
async function knownBrowser(ref: Tenant, email: string): Promise<string> {
  const entry = await signIn(visitor(ref, at(-48 * hour)), { email, password })
  if (entry.state !== 'signedIn') throw new Error(entry.state)
  return entry.session.knownBrowser
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'in',
    (error: { code?: string }) => String(error.code),
  )

/** Guesses every half minute for so long, each time from a network that was not used before. Returns how many guesses were looked at. */
async function besiege(email: string, ms: number, from = 0): Promise<number> {
  let looked = 0
  for (let now = from, count = from / 30_000; now < from + ms; now += 30_000, count += 1)
    if ((await codeOf(signIn(attacker(count, now), { email, password: 'a wrong guess' }))) === 'invalid') looked += 1
  return looked
}

describe('guesses spread over many networks', () => {
  it('against one account are under thirty a day, and each hour one at most', async () => {
    await signedIn(a, { email: 'besieged@fan.example', passwordHash })
    // Six hours of half-minute guesses: five for nothing, then after 1, 2, 4, 8, 16, 32 and 60 minutes, then hourly.
    expect(await besiege('besieged@fan.example', 6 * hour)).toBeLessThanOrEqual(5 + 7 + 5)
    expect(await codeOf(signIn(attacker(60_001, 6 * hour), { email: 'besieged@fan.example', password }))).toBe('too_many')
  })

  it('keep nobody out of a browser that they have signed in with before', async () => {
    await signedIn(a, { email: 'regular@fan.example', passwordHash })
    const mark = await knownBrowser(a, 'regular@fan.example')
    const home = (more = {}) => visitor(a, { unverifiedBrowser: mark, ...at(hour), ...more })
    await besiege('regular@fan.example', hour)
    expect(await codeOf(signIn(visitor(a, at(hour)), { email: 'regular@fan.example', password }))).toBe('too_many')
    expect(await codeOf(signIn(home(), { email: 'regular@fan.example', password }))).toBe('in')
    // The strangers rest all the same.
    expect(await codeOf(signIn(attacker(60_002, hour), { email: 'regular@fan.example', password }))).toBe('too_many')
  })

  it('gain nothing by the mark of another account, another artist, or one that was made up', async () => {
    for (const ref of [a, b]) await signedIn(ref, { email: 'target@fan.example', passwordHash })
    await signedIn(a, { email: 'mine@fan.example', passwordHash })
    const mark = await knownBrowser(a, 'target@fan.example')
    const marks = [
      await knownBrowser(a, 'mine@fan.example'),
      await knownBrowser(b, 'target@fan.example'),
      `${mark}x`,
      mark.slice(1),
      'x.y',
      '.',
    ]
    await besiege('target@fan.example', hour / 2)
    for (const unverifiedBrowser of marks)
      expect(await codeOf(signIn(visitor(a, { unverifiedBrowser, ...at(hour / 2) }), { email: 'target@fan.example', password }))).toBe(
        'too_many',
      )
    const old = { unverifiedBrowser: mark, ...at(366 * 24 * hour) }
    await besiege('target@fan.example', hour / 4, 366 * 24 * hour - hour / 4)
    expect(await codeOf(signIn(visitor(a, old), { email: 'target@fan.example', password }))).toBe('too_many')
  })

  it('are no more from a browser that is known, which may have been stolen', async () => {
    await signedIn(a, { email: 'stolen@fan.example', passwordHash })
    const unverifiedBrowser = await knownBrowser(a, 'stolen@fan.example')
    let looked = 0
    for (let count = 0; count < 60; count += 1) {
      const ctx = visitor(a, { unverifiedBrowser, ipPrefix: `10.77.${count}.0/24`, ...at(count * 30_000) })
      if ((await codeOf(signIn(ctx, { email: 'stolen@fan.example', password: 'a wrong guess' }))) === 'invalid') looked += 1
    }
    expect(looked).toBeLessThanOrEqual(5 + 5)
  })
})

describe('somebody who asks for mails to use them up', () => {
  const ask = async (email: string, ms: number, count: number) => {
    const ctx = attacker(count, ms)
    await codeOf(requestPasswordReset(ctx, { email }))
    await codeOf(requestMagicLink(ctx, { email, returnTo: null }))
    await codeOf(signUp(ctx, { name: 'X', email, password: 'tangerine dub plates', terms: true, marketing: false, timeZone: null }))
  }

  it('doesn’t keep a link from the owner’s own browser, and from any other for an hour at most', async () => {
    const email = 'flooded@fan.example'
    await signedIn(a, { email, passwordHash })
    const unverifiedBrowser = await knownBrowser(a, email)
    for (let count = 0; count < 60; count += 1) await ask(email, count * 1_000, 1_000 + count)
    await runAnswers(database, a)
    expect(await codeOf(requestMagicLink(visitor(a, at(61_000)), { email, returnTo: null }))).toBe('too_many')
    const before = (await lettersTo(a, email)).length
    expect(await codeOf(requestMagicLink(visitor(a, { unverifiedBrowser, ...at(61_000) }), { email, returnTo: null }))).toBe('in')
    await runAnswers(database, a)
    expect(await lettersTo(a, email)).toHaveLength(before + 1)
    const { token } = await lastLetterTo(a, email)
    expect((await consumeMagicLink(visitor(a), { token })).state).toBe('signedIn')
    expect(await codeOf(requestMagicLink(visitor(a, at(hour + 61_000)), { email, returnTo: null }))).toBe('in')
  })

  it('can’t crowd out links with letters that let nobody in', async () => {
    const email = 'crowded@fan.example'
    await signedIn(a, { email, passwordHash })
    for (let count = 0; count < 30; count += 1)
      await codeOf(
        signUp(attacker(2_000 + count, count), {
          name: 'X',
          email,
          password: 'tangerine dub plates',
          terms: true,
          marketing: false,
          timeZone: null,
        }),
      )
    await runAnswers(database, a)
    await requestMagicLink(visitor(a), { email, returnTo: null })
    await runAnswers(database, a)
    expect((await lastLetterTo(a, email)).template).toBe('magicLink')
  })
})

describe('the owner of an account that is guessed at', () => {
  it('is told once a day, in their language, and nobody else can tell', async () => {
    const email = 'told@fan.example'
    const fan = await signedIn(a, { email, passwordHash })
    await database.asOwner("update account set locale = 'pt' where id = $1", [fan.actor.accountId])
    await besiege(email, hour / 2)
    await runAnswers(database, a)
    const letters = await lettersTo(a, email)
    expect(letters).toMatchObject([{ template: 'signInTries', locale: 'pt', props: { until: expect.any(String) } }])
    // Whoever tries gets the same answer after the same statements, whether the address has an account or not.
    const fifth = async (address: string) => {
      for (let count = 0; count < 4; count += 1) await codeOf(signIn(attacker(3_000 + count, 0), { email: address, password: 'no' }))
      return recordStatements(() => codeOf(signIn(attacker(3_009, 0), { email: address, password: 'no' })))
    }
    await signedIn(a, { email: 'same@fan.example', passwordHash })
    const known = await fifth('same@fan.example')
    expect(known.some((statement) => /outbox/i.test(statement))).toBe(true)
    expect(await fifth('nobody@fan.example')).toEqual(known)
    await runAnswers(database, a)
    expect(await lettersTo(a, 'nobody@fan.example')).toEqual([])
    expect(await lettersTo(a, 'same@fan.example')).toHaveLength(1)
  })

  it('is not told of a slip or two of their own', async () => {
    const email = 'clumsy@fan.example'
    await signedIn(a, { email, passwordHash })
    for (let count = 0; count < 4; count += 1) await codeOf(signIn(attacker(4_000 + count, 0), { email, password: 'oops' }))
    await signIn(visitor(a), { email, password })
    await runAnswers(database, a)
    expect((await lettersTo(a, email)).map(({ template }) => template)).not.toContain('signInTries')
  })
})

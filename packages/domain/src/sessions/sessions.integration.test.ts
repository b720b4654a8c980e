import type { TenantRef } from '@residency/db'
import { withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashToken, randomToken } from '../secrets/index.ts'
import { signedIn, visitor } from '../testing/signed-in.ts'
import {
  endAllSessions,
  endSession,
  listSessions,
  openSession,
  rotateSession,
  rotateSessions,
  sweepSessions,
  validateSession,
} from './index.ts'

let database: TestDatabase
let a: TenantRef & { slug: string }
let b: TenantRef & { slug: string }

beforeAll(async () => {
  database = await createTestDatabase()
  a = await database.createTenant()
  b = await database.createTenant()
})
afterAll(() => database.drop())

const shift = (sessionToken: string, what: string) =>
  database.asOwner(`update session set ${what} where id = $1`, [hashToken(sessionToken)])
const rowsOf = (token: string) =>
  database.asOwner<{ last_seen_at: Date; expires_at: Date; ip_prefix: string }>('select * from session where id = $1', [hashToken(token)])

describe('a session', () => {
  it('is known by its token, which is nowhere in the database', async () => {
    const ctx = await signedIn(a, { role: 'editor', name: 'Ed' })
    const found = await validateSession(a, ctx.token)
    expect(found?.actor).toEqual(ctx.actor)
    expect(found?.extended).toBe(false)
    const dump = await database.asOwner<{ row: string }>('select s::text as row from session s')
    expect(dump.some(({ row }) => row.includes(ctx.token))).toBe(false)
  })

  it('is nobody’s at another tenant, and the sign-out there is refused', async () => {
    const ctx = await signedIn(a)
    const other = await signedIn(b)
    expect(await validateSession(b, ctx.token)).toBeNull()
    await expect(endSession(other, { sessionId: ctx.actor.sessionId })).rejects.toThrowError('not_found')
    expect(await validateSession(a, ctx.token)).not.toBeNull()
  })

  it.each(['', 'x', randomToken(), `${randomToken()}=`, "' or 1=1 --"])('is not made of %j', async (junk) => {
    expect(await validateSession(a, junk)).toBeNull()
  })

  it('ends when its time is over, and its row goes', async () => {
    const ctx = await signedIn(a)
    await shift(ctx.token, "expires_at = now() - interval '1 second'")
    expect(await validateSession(a, ctx.token)).toBeNull()
    expect(await rowsOf(ctx.token)).toEqual([])
  })

  it('gets a new end once half its time is over, and only then', async () => {
    const ctx = await signedIn(a)
    await shift(ctx.token, "expires_at = now() + interval '16 days'")
    expect((await validateSession(a, ctx.token))?.extended).toBe(false)
    await shift(ctx.token, "expires_at = now() + interval '14 days'")
    expect((await validateSession(a, ctx.token))?.extended).toBe(true)
    const [row] = await rowsOf(ctx.token)
    expect(row?.expires_at.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000)
  })

  it('is seen at most every five minutes', async () => {
    const ctx = await signedIn(a)
    const seen = { userAgent: 'curl/8', ipPrefix: '198.51.100.0/24' }
    await validateSession(a, ctx.token, seen)
    expect((await rowsOf(ctx.token))[0]?.ip_prefix).toBe('203.0.113.0/24')
    await shift(ctx.token, "last_seen_at = now() - interval '6 minutes'")
    await validateSession(a, ctx.token, seen)
    expect((await rowsOf(ctx.token))[0]?.ip_prefix).toBe('198.51.100.0/24')
  })

  it('knows of a new role at once', async () => {
    const ctx = await signedIn(a, { role: 'admin' })
    await database.asOwner("update account set role = 'fan' where id = $1", [ctx.actor.accountId])
    expect((await validateSession(a, ctx.token))?.actor.role).toBe('fan')
  })
})

describe('the list of sessions', () => {
  it('shows the person’s own, this one first, with device and place', async () => {
    const ctx = await signedIn(a)
    const elsewhere = visitor(a, {
      userAgent: 'Mozilla/5.0 (iPhone) Version/18.1 Safari/604.1',
      ipPrefix: '192.168.1.0/24',
      region: null,
    })
    await withTenant(a, (db) => openSession(db, elsewhere, { id: ctx.actor.accountId, email: ctx.actor.email }))
    const list = await listSessions(ctx)
    expect(list.map(({ current, device, place }) => [current, device.system, place.kind, place.region])).toEqual([
      [true, 'Linux', 'network', null],
      [false, 'iOS', 'local', null],
    ])
    await expect(listSessions(visitor(a))).rejects.toThrowError('unauthenticated')
  })

  it('signs out another device, with an audit entry', async () => {
    const ctx = await signedIn(a)
    const other = await withTenant(a, (db) => openSession(db, ctx, { id: ctx.actor.accountId, email: ctx.actor.email }))
    await endSession(ctx, { sessionId: hashToken(other.token) })
    expect(await validateSession(a, other.token)).toBeNull()
    expect(await validateSession(a, ctx.token)).not.toBeNull()
    const entries = await database.asOwner('select 1 from audit_entry where action = $1 and subject_id = $2', [
      'account.signedOut',
      ctx.actor.accountId,
    ])
    expect(entries).toHaveLength(1)
  })

  it('refuses another person’s session as if it did not exist', async () => {
    const [one, two] = [await signedIn(a), await signedIn(a)]
    await expect(endSession(one, { sessionId: two.actor.sessionId })).rejects.toThrowError('not_found')
    await expect(endSession(visitor(a), { sessionId: two.actor.sessionId })).rejects.toThrowError('unauthenticated')
    expect(await validateSession(a, two.token)).not.toBeNull()
  })

  it('signs out everywhere, with or without this browser', async () => {
    const ctx = await signedIn(a)
    const bystander = await signedIn(a)
    const other = await withTenant(a, (db) => openSession(db, ctx, { id: ctx.actor.accountId, email: ctx.actor.email }))
    expect(await endAllSessions(ctx, { keepThis: true })).toBe(1)
    expect(await validateSession(a, other.token)).toBeNull()
    expect(await validateSession(a, ctx.token)).not.toBeNull()
    expect(await endAllSessions(ctx, { keepThis: false })).toBe(1)
    expect(await validateSession(a, ctx.token)).toBeNull()
    expect(await validateSession(a, bystander.token)).not.toBeNull()
  })
})

describe('rotation', () => {
  it('makes the old token worthless', async () => {
    const ctx = await signedIn(a)
    const other = await withTenant(a, (db) => openSession(db, ctx, { id: ctx.actor.accountId, email: ctx.actor.email }))
    const next = await withTenant(a, (db) => rotateSession(db, ctx))
    expect(await validateSession(a, ctx.token)).toBeNull()
    expect(await validateSession(a, next.token)).not.toBeNull()
    expect(await validateSession(a, other.token)).not.toBeNull()
    const last = await withTenant(a, (db) => rotateSessions(db, ctx))
    expect(await validateSession(a, other.token)).toBeNull()
    expect(await validateSession(a, next.token)).toBeNull()
    expect(await validateSession(a, last.token)).not.toBeNull()
  })
})

it('the sweep takes what ran out at this tenant, and nothing else', async () => {
  const [dead, alive, elsewhere] = [await signedIn(a), await signedIn(a), await signedIn(b)]
  for (const { token } of [dead, elsewhere]) await shift(token, "expires_at = now() - interval '1 second'")
  await sweepSessions(visitor(a))
  expect(await rowsOf(dead.token)).toHaveLength(0)
  expect(await rowsOf(alive.token)).toHaveLength(1)
  expect(await rowsOf(elsewhere.token)).toHaveLength(1)
})

import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedIn, visitor } from '../testing/signed-in.ts'
import { changeConsent, chooseCookies, listMyConsents } from './index.ts'

let database: TestDatabase
let a: TenantRef
beforeAll(async () => {
  database = await createTestDatabase()
  a = await database.createTenant()
})
afterAll(() => database.drop())

it('a visitor’s choice is kept under a random id, what was refused as well as what was granted', async () => {
  const { visitorId } = await chooseCookies(visitor(a), { analytics: true, media: false, version: 2, visitorId: null })
  const rows = await database.asOwner('select kind, granted, version, account_id from consent_record where visitor_id = $1 order by kind', [
    visitorId,
  ])
  expect(rows).toEqual([
    { kind: 'analytics', granted: true, version: '2', account_id: null },
    { kind: 'media', granted: false, version: '2', account_id: null },
  ])
  expect((await chooseCookies(visitor(a), { analytics: false, media: false, version: 2, visitorId })).visitorId).toBe(visitorId)
})

it('an account’s choices are its own; the latest of each kind counts', async () => {
  const fan = await signedIn(a)
  const { visitorId } = await chooseCookies(fan, { analytics: true, media: true, version: 1, visitorId: null })
  expect(visitorId).toBeNull()
  await changeConsent(fan, { kind: 'marketing', granted: true, version: '1' })
  await changeConsent(fan, { kind: 'marketing', granted: false, version: '1' })
  const mine = await listMyConsents(fan)
  expect(mine.map(({ kind, granted }) => [kind, granted])).toEqual([
    ['marketing', false],
    ['analytics', true],
    ['media', true],
  ])
  expect(await listMyConsents(await signedIn(a))).toEqual([])
  await expect(listMyConsents(visitor(a))).rejects.toThrowError('unauthenticated')
  await expect(changeConsent(visitor(a), { kind: 'marketing', granted: true, version: '1' })).rejects.toThrowError('unauthenticated')
})

it('a record is never rewritten, not even by a bug', async () => {
  const { withTenant } = await import('@residency/db')
  await expect(withTenant(a, (db) => db.consentRecord.updateMany({ data: { granted: true } }))).rejects.toThrow()
  await expect(withTenant(a, (db) => db.consentRecord.deleteMany())).rejects.toThrow()
  await expect(withTenant(a, (db) => db.auditEntry.deleteMany())).rejects.toThrow()
})

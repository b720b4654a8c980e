import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { tenantKey } from '@residency/integrations/redis'
import { tenantStorage } from '@residency/integrations/storage'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Planted, plant } from './world.ts'

let database: TestDatabase
let a: Planted
let b: Planted

beforeAll(async () => {
  database = await createTestDatabase()
  a = await plant(await database.createTenant())
  b = await plant(await database.createTenant())
})
afterAll(() => database.drop())

describe('object keys', () => {
  it('of another tenant are refused before they leave the process, whatever is done with them', async () => {
    const storage = tenantStorage(b.ref.tenantId)
    const refused = /not under this tenant/
    await expect(storage.get(a.objectKey)).rejects.toThrow(refused)
    await expect(storage.getBuffer(a.objectKey, 1_000)).rejects.toThrow(refused)
    await expect(storage.head(a.objectKey)).rejects.toThrow(refused)
    await expect(storage.delete(a.objectKey)).rejects.toThrow(refused)
    await expect(storage.put(a.objectKey, Buffer.from('x'), { contentType: 'image/png' })).rejects.toThrow(refused)
    await expect(storage.presignGet(a.objectKey, { expiresSeconds: 60 })).rejects.toThrow(refused)
    await expect(storage.presignPut(a.objectKey, { expiresSeconds: 60, contentType: 'image/png', bytes: 1 })).rejects.toThrow(refused)
    const part = { number: 1, bytes: 1, sha256: 'x', expiresSeconds: 60 }
    await expect(storage.createMultipart(a.objectKey, { contentType: 'audio/wav' })).rejects.toThrow(refused)
    await expect(storage.presignPart(a.objectKey, 'x', part)).rejects.toThrow(refused)
    await expect(storage.listParts(a.objectKey, 'x')).rejects.toThrow(refused)
    await expect(storage.completeMultipart(a.objectKey, 'x', [])).rejects.toThrow(refused)
    await expect(storage.abortMultipart(a.objectKey, 'x')).rejects.toThrow(refused)
    expect(await tenantStorage(a.ref.tenantId).head(a.objectKey)).not.toBeNull()
  })

  it('are all a tenant lists', async () => {
    const keys: string[] = []
    for await (const { key } of tenantStorage(b.ref.tenantId).list()) keys.push(key)
    expect(keys).toEqual([b.objectKey])
  })

  it('can’t be made to climb out by any name', () => {
    const storage = tenantStorage(b.ref.tenantId)
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 4 }), (parts) => {
        try {
          return storage.key(...parts).startsWith(`t/${b.ref.tenantId}/`) && !storage.key(...parts).includes('..')
        } catch {
          return true
        }
      }),
    )
  })
})

describe('cache keys', () => {
  it('of two tenants never meet, whatever they are made of', () => {
    const part = fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.nat()), { minLength: 1, maxLength: 4 })
    fc.assert(fc.property(part, part, (one, other) => tenantKey(a.ref.tenantId, ...one) !== tenantKey(b.ref.tenantId, ...other)))
  })
})

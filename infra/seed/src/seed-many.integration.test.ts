import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedMany } from './seed-many.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const count = async (table: string) => (await database.asOwner<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n

describe('seedMany', () => {
  it('makes tenants in batches, and says how far it is', async () => {
    const lines: string[] = []
    const { made } = await seedMany({ tenants: 70, batch: 30, log: (line) => lines.push(line) })
    expect(made).toBe(70)
    expect(lines.slice(0, 3).map((line) => line.replace(/ \(.*/, ''))).toEqual(['tenants 30 of 70', 'tenants 60 of 70', 'tenants 70 of 70'])
    expect(await count('tenant')).toBe(70)
    expect([
      await count('brand'),
      await count('account'),
      await count('mix'),
      await count('track'),
      await count('event'),
      await count('link'),
    ]).toEqual([70, 70, 210, 840, 70, 70])
  })

  it('gives a share of them domains, one primary each', async () => {
    const hosts = await database.asOwner('select hostname::text, is_primary from host order by is_primary desc, hostname')
    expect(hosts.filter((host) => host.is_primary)).toHaveLength(7)
    expect(hosts.filter((host) => !host.is_primary).map((host) => host.hostname)).toEqual(['t000030.example', 't000060.example'])
  })

  it('writes the search text that the triggers would have, and leaves them on', async () => {
    const before = await database.asOwner('select id, search_text from mix order by id')
    await database.asOwner('update mix set search_text = search_text')
    expect(await database.asOwner('select id, search_text from mix order by id')).toEqual(before)
    expect(
      await database.asOwner(
        `select 1 from pg_trigger where tgrelid in ('mix'::regclass, 'track'::regclass) and not tgisinternal and tgenabled <> 'O'`,
      ),
    ).toEqual([])
  })

  it('continues where it was, and changes nothing that stands', async () => {
    const before = await database.asOwner(`select md5(string_agg(t::text, '|' order by id)) from tenant t where slug <= 't000070'`)
    expect((await seedMany({ tenants: 75, batch: 50 })).made).toBe(5)
    expect((await seedMany({ tenants: 75 })).made).toBe(0)
    expect(await count('mix')).toBe(225)
    expect(await database.asOwner(`select md5(string_agg(t::text, '|' order by id)) from tenant t where slug <= 't000070'`)).toEqual(before)
  })
})

import { keepPlayPartitions } from '@residency/db/relay'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const months = async (): Promise<string[]> =>
  (
    await database.asOwner<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'play'::regclass order by 1`,
    )
  ).map(({ name }) => name)
const nameOf = (at: Date): string => `play_${at.getUTCFullYear()}_${String(at.getUTCMonth() + 1).padStart(2, '0')}`
const monthsFromNow = (count: number): Date => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + count, 15))
}

it('makes the months that come, once, and drops those whose time is over, but none that is not summed yet', async () => {
  await keepPlayPartitions({ ahead: 5, kept: 13 })
  expect(await months()).toContain(nameOf(monthsFromNow(5)))
  expect(await keepPlayPartitions({ ahead: 5, kept: 13 })).toEqual({ made: 0, dropped: 0 })

  await database.asOwner('select make_play_partitions($1, $2)', [monthsFromNow(-20), monthsFromNow(-19)])
  const { tenantId } = await database.createTenant()
  await database.asOwner('insert into play_hour_due (tenant_id, hour) values ($1, $2)', [tenantId, monthsFromNow(-20)])
  expect(await keepPlayPartitions({ ahead: 5, kept: 13 })).toEqual({ made: 0, dropped: 2 })
  expect(await months()).toContain(nameOf(monthsFromNow(-20)))
  await database.asOwner('delete from play_hour_due')
  expect(await keepPlayPartitions({ ahead: 5, kept: 13 })).toEqual({ made: 0, dropped: 2 })
  expect(await months()).not.toContain(nameOf(monthsFromNow(-20)))
})

it('never drops what is younger than half a year', async () => {
  const before = await months()
  await expect(keepPlayPartitions({ ahead: 3, kept: 1 })).rejects.toThrow('six months')
  expect(await months()).toEqual(before)
})

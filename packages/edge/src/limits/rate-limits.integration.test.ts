import { limits } from '@residency/config'
import { createRedis, redisReady } from '@residency/integrations/redis'
import { afterAll, describe, expect, it } from 'vitest'
import { countingAddress, RateLimits } from './rate-limits.ts'

const tenant = () => `01900000-0000-7000-8000-${Math.random().toString(16).slice(2, 14).padEnd(12, '0')}`
const client = createRedis('limits')
const gone = createRedis('limits')
gone.disconnect()
afterAll(() => client.disconnect())

async function taken(counters: RateLimits, tenantId: string, times: number): Promise<number> {
  let count = 0
  for (let time = 0; time < times; time += 1) {
    count += await counters.take('api', tenantId, 'address:203.0.113.7').then(
      () => 1,
      () => 0,
    )
  }
  return count
}

describe('a limit', () => {
  it('counts for all processes together', async () => {
    expect(await redisReady(client, 5_000)).toBe(true)
    const [one, other] = [new RateLimits({ processes: 2, client }), new RateLimits({ processes: 2, client })]
    const tenantId = tenant()
    expect((await taken(one, tenantId, 60)) + (await taken(other, tenantId, 60))).toBe(limits.apiPerMinute)
    await expect(one.take('api', tenantId, 'address:203.0.113.7')).rejects.toMatchObject({
      code: 'too_many',
      detail: { retryAfterMs: expect.any(Number) },
    })
  })

  it('is each caller’s and each tenant’s own', async () => {
    const counters = new RateLimits({ processes: 1, client })
    const tenantId = tenant()
    await taken(counters, tenantId, limits.apiPerMinute)
    expect((await counters.take('api', tenantId, 'address:203.0.113.8')).remaining).toBe(limits.apiPerMinute - 1)
    expect((await counters.take('api', tenant(), 'address:203.0.113.7')).remaining).toBe(limits.apiPerMinute - 1)
  })

  it('is no looser without Redis: each process allows its part', async () => {
    const [one, other] = [new RateLimits({ processes: 2, client: gone }), new RateLimits({ processes: 2, client: gone })]
    const tenantId = tenant()
    expect((await taken(one, tenantId, 80)) + (await taken(other, tenantId, 80))).toBe(limits.apiPerMinute)
  })
})

describe('an address that is counted', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8::/64'],
  ])('%s → %s', (given, wanted) => expect(countingAddress(given)).toBe(wanted))
})

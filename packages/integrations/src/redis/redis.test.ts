import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const env = { REDIS_PREFIX: 'test', REDIS_URL: 'redis://127.0.0.1:1', REDIS_CACHE_URL: 'redis://127.0.0.1:1', SERVICE_NAME: 'test' }
vi.mock('@residency/config', () => ({ loadEnv: () => env, logger: { warn: vi.fn(), info: vi.fn() } }))
const { createRedis, installationKey, redisReady, tenantKey } = await import('./index.ts')

const a = '0198c000-0000-7000-8000-00000000000a'

describe('keys', () => {
  it('belong to one tenant, in one slot', () => expect(tenantKey(a, 'page', 7)).toBe(`test:t:{${a}}:page:7`))
  it('never meet, however their parts are cut', () => {
    expect(tenantKey(a, 'a:b')).not.toBe(tenantKey(a, 'a', 'b'))
    expect(tenantKey(a, '\ud800')).toBe(`test:t:{${a}}:%EF%BF%BD`)
    expect(installationKey(`t:{${a}}`, 'page')).not.toBe(tenantKey(a, 'page'))
  })
  it('need a tenant and a name', () => {
    for (const id of ['', 'x', `${a}}`, a.toUpperCase()]) expect(() => tenantKey(id, 'x')).toThrow()
    expect(() => tenantKey(a)).toThrow()
  })
})

describe('without a server', () => {
  const open: ReturnType<typeof createRedis>[] = []
  beforeEach(() => open.splice(0))
  afterEach(() => {
    for (const client of open) client.disconnect()
  })
  it.each(['cache', 'limits', 'producer'] as const)('%s gives up at once', async (purpose) => {
    const client = createRedis(purpose)
    open.push(client)
    const started = performance.now()
    await expect(client.get('x')).rejects.toThrow()
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(await redisReady(client, 20)).toBe(false)
  })
})

import { loadEnv, logger } from '@residency/config'
import { Redis, type RedisOptions } from 'ioredis'

export type { Redis } from 'ioredis'

/** 50 ms, doubling to 2 s: back within two seconds of Redis's return. */
const retryStrategy = (tries: number): number => Math.min(50 * 2 ** Math.min(tries, 10), 2_000)

const purposes = {
  /** The cache: it answers at once or not at all, and a page is made without it. */
  cache: { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 250 },
  /** Counters of limits: as quick to give up, since the memory fallback counts on (design.md). On the durable server: a limit must outlive an emptied cache. */
  limits: { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 250 },
  /** Adds jobs. Fails at once when Redis is gone, so that the outbox row stays where it is. */
  producer: { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5_000 },
  /** Takes jobs: blocking commands wait through an outage, as BullMQ asks. */
  worker: { maxRetriesPerRequest: null },
  /** Hears announcements: a connection that subscribes can do nothing else, and subscribes anew after an outage. */
  listening: { maxRetriesPerRequest: null },
} as const satisfies Record<string, RedisOptions>

export type RedisPurpose = keyof typeof purposes

/** A new connection. It never throws and never ends the process: a lost server shows in the commands that fail. */
export function createRedis(purpose: RedisPurpose): Redis {
  const env = loadEnv()
  const client = new Redis(purpose === 'cache' ? env.REDIS_CACHE_URL : env.REDIS_URL, {
    ...purposes[purpose],
    connectionName: `${env.SERVICE_NAME}:${purpose}`,
    connectTimeout: 2_000,
    keepAlive: 10_000,
    retryStrategy,
    // After a failover the old primary answers READONLY: connect anew, to the one that writes.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  })
  let down = false
  client.on('error', (error: Error) => {
    if (!down) logger.warn({ err: error, purpose }, 'Redis is not reached; trying again')
    down = true
  })
  client.on('ready', () => {
    if (down) logger.info({ purpose }, 'Redis is back')
    down = false
  })
  return client
}

const shared = new Map<RedisPurpose, Redis>()

/** The process's connection for a purpose, made at its first use. Not for blocking commands: those need createRedis. */
export function redis(purpose: 'cache' | 'limits' | 'listening'): Redis {
  const known = shared.get(purpose)
  if (known) return known
  const client = createRedis(purpose)
  shared.set(purpose, client)
  return client
}

/** Resolves with whether the server is ready within `timeoutMs`. Commands sent earlier fail: nothing waits in line. */
export function redisReady(client: Redis, timeoutMs: number): Promise<boolean> {
  if (client.status === 'ready') return Promise.resolve(true)
  return new Promise((resolve) => {
    const done = (ready: boolean) => {
      clearTimeout(timer)
      client.off('ready', onReady)
      resolve(ready)
    }
    const onReady = () => done(true)
    const timer = setTimeout(() => done(false), timeoutMs)
    client.once('ready', onReady)
  })
}

/** Whether Redis answers now, for /readyz. */
export async function redisAnswers(purpose: 'cache' | 'limits'): Promise<boolean> {
  const client = redis(purpose)
  if (!(await redisReady(client, 500))) return false
  return client.ping().then(
    () => true,
    () => false,
  )
}

/** Ends the shared connections of this process. */
export function closeRedis(): void {
  for (const client of shared.values()) client.disconnect()
  shared.clear()
}

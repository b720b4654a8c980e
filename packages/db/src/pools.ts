import { limits, loadEnv, logger } from '@residency/config'
import pg from 'pg'

export type PoolRole = 'app' | 'platform' | 'relay' | 'owner'

const variable = {
  app: 'DATABASE_URL',
  platform: 'DATABASE_PLATFORM_URL',
  relay: 'DATABASE_RELAY_URL',
  owner: 'DATABASE_OWNER_URL',
} as const
const size = { app: limits.poolSize, platform: 4, relay: 2, owner: 4 } as const

const pools = new Map<PoolRole, pg.Pool>()

export function connectionString(role: PoolRole): string {
  const value = loadEnv()[variable[role]]
  if (!value) throw new Error(`${variable[role]} is not set: this process may not act as ${role}`)
  return value
}

/** The pool of a role, made at its first use. Never exported from the package. */
export function poolOf(role: PoolRole): pg.Pool {
  const known = pools.get(role)
  if (known) return known
  const pool = new pg.Pool({
    connectionString: connectionString(role),
    max: size[role],
    connectionTimeoutMillis: limits.transactionMaxWaitMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: loadEnv().SERVICE_NAME,
  })
  // Without listeners a restart of Postgres ends the process: on idle clients through the pool, on checked-out ones themselves.
  pool.on('error', (error) => logger.warn({ err: error, role }, 'a database connection was lost'))
  pool.on('connect', (client) => client.on('error', (error) => logger.warn({ err: error, role }, 'a database connection was lost')))
  pools.set(role, pool)
  return pool
}

export async function endPools(): Promise<void> {
  const all = [...pools.values()]
  pools.clear()
  await Promise.all(all.map((pool) => pool.end()))
}

import { ensureRoles } from '@residency/db/migrate'
import pg from 'pg'
import { Problem } from '../../../scripts/lib/problem.mjs'
import type { Secrets } from './secrets.ts'

export type Environment = Record<string, string | undefined>
export type DatabaseEnv = Record<'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'DATABASE_PLATFORM_URL' | 'DATABASE_RELAY_URL', string>

export const databaseName = 'residency'
const testSuffix = '_test'

/** The addresses of the four roles of one database on one server. */
function roleUrls(serverUrl: string, secrets: Secrets, database = databaseName): DatabaseEnv {
  const as = (role: string, password: string): string =>
    Object.assign(new URL(serverUrl), { username: role, password: encodeURIComponent(password), pathname: `/${database}` }).toString()
  return {
    DATABASE_URL: as('app', secrets.appPassword),
    DATABASE_OWNER_URL: as('migrator', secrets.migratorPassword),
    DATABASE_PLATFORM_URL: as('platform', secrets.platformPassword),
    DATABASE_RELAY_URL: as('relay', secrets.relayPassword),
  }
}

/** Makes the roles and the database on a server whose superuser we have. */
export async function prepareDatabase(superuserUrl: string, secrets: Secrets, database: string): Promise<DatabaseEnv> {
  const { migratorPassword: migrator, appPassword: app, platformPassword: platform, relayPassword: relay } = secrets
  await ensureRoles(superuserUrl, { migrator, app, platform, relay }, database)
  return roleUrls(superuserUrl, secrets, database)
}

const others = ['DATABASE_OWNER_URL', 'DATABASE_PLATFORM_URL', 'DATABASE_RELAY_URL'] as const

/**
 * The database that the environment names. With all four addresses they are taken as they are. With DATABASE_URL alone it must be a
 * superuser's: the four roles are then made there. Tests get a database of their own beside the one named.
 */
export async function outsideDatabase(given: Environment, secrets: Secrets, forTests: boolean): Promise<DatabaseEnv | null> {
  const url = given.DATABASE_URL
  if (!url) return null
  for (const name of ['DATABASE_URL', ...others])
    if (given[name] && !/^postgres(ql)?:$/.test(URL.parse(given[name])?.protocol ?? ''))
      throw new Problem(`${name} is no address of a database`, 'write it as .env.example shows, or unset it to use a local one')
  const missing = others.filter((name) => !given[name])
  if (missing.length === 0) {
    const urls = { DATABASE_URL: url, ...Object.fromEntries(others.map((name) => [name, given[name]])) } as DatabaseEnv
    return forTests ? ownTestDatabase(urls) : urls
  }
  const named = new URL(url).pathname.slice(1)
  const database = named === '' || named === 'postgres' ? databaseName : named
  const administering = await findAdministered(url)
  if (!administering)
    throw new Problem(
      `DATABASE_URL is set, but not ${missing.join(', ')}`,
      'set them too (see .env.example), or give DATABASE_URL a superuser’s address, and the four roles are made there',
    )
  return prepareDatabase(administering, secrets, forTests ? database + testSuffix : database)
}

/** An address of the server under which its superuser gets in, also when the database named is yet to be made; null for other roles. */
async function findAdministered(url: string): Promise<string | null> {
  const exists = await withClient(url, () => Promise.resolve(true), isMissingDatabase)
  const address = exists ? url : Object.assign(new URL(url), { pathname: '/postgres' }).toString()
  const role = await withClient(address, (client) =>
    client.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = current_user'),
  )
  return role?.rows[0]?.rolsuper ? address : null
}

const isMissingDatabase = (error: unknown): boolean => (error as { code?: string }).code === '3D000'

async function ownTestDatabase(urls: DatabaseEnv): Promise<DatabaseEnv> {
  const database = new URL(urls.DATABASE_OWNER_URL).pathname.slice(1) + testSuffix
  await withClient(urls.DATABASE_OWNER_URL, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`)
  })
  const moved = Object.entries(urls).map(([name, url]) => [name, Object.assign(new URL(url), { pathname: `/${database}` }).toString()])
  return Object.fromEntries(moved) as DatabaseEnv
}

async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
  isExpected: (error: unknown) => boolean = () => false,
): Promise<T | null> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return await work(client)
  } catch (cause) {
    if (isExpected(cause)) return null
    throw new Problem(
      `The database of DATABASE_URL does not answer (${(cause as Error).message})`,
      'check the address, the password and the network, or unset it to use a local one',
      { cause },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

export interface RedisEnv {
  REDIS_URL: string
  REDIS_CACHE_URL: string
  REDIS_PREFIX?: string
}

/** The Redis that the environment names; without a second address the cache gets the next database of the same server. */
export function outsideRedis(given: Environment, forTests: boolean): RedisEnv | null {
  const url = given.REDIS_URL
  if (!url) return null
  const own = forTests ? { REDIS_PREFIX: `${given.REDIS_PREFIX || 'r'}-test` } : {}
  return { REDIS_URL: url, REDIS_CACHE_URL: given.REDIS_CACHE_URL || nextDatabase(url), ...own }
}

function nextDatabase(url: string): string {
  const number = Number(new URL(url).pathname.slice(1) || 0)
  return Object.assign(new URL(url), { pathname: `/${number + 1}` }).toString()
}

const objectNames = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** The object storage that the environment names. */
export function outsideObjects(given: Environment, forTests: boolean): Record<string, string> | null {
  if (!given.S3_ENDPOINT) return null
  const filled: Environment = {
    ...given,
    S3_ACCESS_KEY_ID: given.S3_ACCESS_KEY_ID || given.AWS_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY: given.S3_SECRET_ACCESS_KEY || given.AWS_SECRET_ACCESS_KEY,
  }
  const missing = objectNames.filter((name) => !filled[name])
  if (missing.length > 0)
    throw new Problem(
      `S3_ENDPOINT is set, but not ${missing.join(', ')}`,
      'set them too (see .env.example), or unset S3_ENDPOINT to use the local store',
    )
  const values = Object.fromEntries(objectNames.map((name) => [name, filled[name] ?? '']))
  return { S3_ENDPOINT: given.S3_ENDPOINT, ...values, ...(forTests ? { S3_BUCKET: `${values.S3_BUCKET}-test` } : {}) }
}

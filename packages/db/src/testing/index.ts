import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../migrate/migrate.ts'
import { readMigrations } from '../migrate/migration-files.ts'
import { closeDatabase } from '../ready.ts'
import { type TenantRef, tenantRef } from '../tenant/tenant-ref.ts'

export { recordStatements } from './record-statements.ts'

const lock = 727_100_003
const roles = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_PLATFORM_URL', 'DATABASE_RELAY_URL'] as const
export type TestUrls = Record<(typeof roles)[number], string>

export interface TestDatabase {
  name: string
  urls: TestUrls
  /** A new tenant with nothing in it. */
  createTenant(
    slug?: string,
    more?: { locale?: string; currency?: string; name?: string; status?: string },
  ): Promise<TenantRef & { slug: string }>
  /** Runs a statement as the owner: to look from outside, never to do what the product should do. */
  asOwner<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>
  /** Ends this process's connections and drops the database. */
  drop(): Promise<void>
}

const inDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).toString()

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Postgres may be vacuuming the database just then, in a process that the migrator may not end: a moment later it is done. */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      await client.query(`drop database if exists "${name}" with (force)`)
      return
    } catch (error) {
      const vacuuming = error instanceof pg.DatabaseError && error.code === '42501'
      if (!vacuuming || left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

/** The migrated template of this state of the migrations, made once a server under an advisory lock. */
async function ensureTemplate(ownerUrl: string): Promise<string> {
  const { migrationDirectories } = await readMigrations()
  const hash = createHash('sha256')
  for (const { path, migrationFile } of migrationDirectories) hash.update(path).update(migrationFile.content.value)
  const name = `template_${hash.digest('hex').slice(0, 16)}`
  await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lock])
    const known = await client.query('select datistemplate from pg_database where datname = $1', [name])
    if (known.rows[0]?.datistemplate) return
    if (known.rowCount) await client.query(`drop database "${name}" with (force)`)
    await client.query(`create database "${name}"`)
    await migrate(inDatabase(ownerUrl, name))
    await client.query(`alter database "${name}" is_template true`)
  })
  return name
}

/**
 * A database of its own for one test file, cloned from the template, with the process's environment pointed at it.
 * Needs DATABASE_OWNER_URL and its three sisters in the environment (npm test sets them). Call it before anything connects.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const base = Object.fromEntries(roles.map((role) => [role, process.env[role] ?? ''])) as TestUrls
  const missing = roles.filter((role) => !base[role])
  if (missing.length > 0)
    throw new Error(`Tests need real services: ${missing.join(', ')} not set. Run npm test, or take them from .local.`)
  const template = await ensureTemplate(base.DATABASE_OWNER_URL)
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await withClient(base.DATABASE_OWNER_URL, (client) => client.query(`create database "${name}" template "${template}"`))
  const urls = Object.fromEntries(roles.map((role) => [role, inDatabase(base[role], name)])) as TestUrls
  Object.assign(process.env, urls)

  const asOwner: TestDatabase['asOwner'] = async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    withClient(urls.DATABASE_OWNER_URL, async (client) => (await client.query<R>(text, values)).rows)

  return {
    name,
    urls,
    asOwner,
    createTenant: async (slug = `t${randomUUID().slice(0, 8)}`, more = {}) => {
      const [row] = await asOwner<{ id: string }>(
        `insert into tenant (slug, name, locale, currency, status) values ($1, $2, $3, $4, $5::"TenantStatus") returning id`,
        [slug, more.name ?? slug, more.locale ?? 'en', more.currency ?? 'GBP', more.status ?? 'active'],
      )
      if (!row) throw new Error('the tenant was not made')
      return Object.freeze({ ...tenantRef('cli', row.id), slug })
    },
    drop: async () => {
      await closeDatabase()
      Object.assign(process.env, base)
      await withClient(base.DATABASE_OWNER_URL, (client) => dropDatabase(client, name))
    },
  }
}

import { withOwnerSql } from '@residency/db/owner'
import type { PoolClient } from 'pg'
import { counted } from './counted.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { checkObjects, putObjects, removeOthers } from './objects.ts'
import { columnList, quoted, tablesInOrder } from './tables.ts'
import { checkTables, copyMonthsIn, copyTableIn } from './tables-in.ts'

export interface RestoreOptions {
  folder: string
  /** Needed to write over tenants that are there. */
  replace?: boolean
  onProgress?: (line: string) => void
}

export interface RestoreResult {
  manifest: Manifest
  /** Host names that another tenant has meanwhile: they stay there, and need a fresh proof. */
  contestedHosts: string[]
}

/**
 * Brings a backup back in one transaction: all of it or nothing. A tenant's backup touches that tenant alone.
 * Throws when a file is damaged, when the schema is older than the backup, or when tenants are there and `replace` was not said.
 */
export async function restoreBackup({ folder, replace = false, onProgress = () => undefined }: RestoreOptions): Promise<RestoreResult> {
  const manifest = await readManifest(folder)
  onProgress('Checking the files')
  await checkTables(folder, manifest.tables)
  const total = manifest.objects.length
  await checkObjects(folder, manifest.objects, counted(onProgress, 'Checking objects', total))

  await refuseUnasked(manifest, replace)
  await putObjects(folder, manifest.objects, counted(onProgress, 'Putting objects back', total))

  onProgress('Restoring tables')
  const { contestedHosts, tenantIds } = await withOwnerSql(async (client) => {
    await client.query('begin')
    try {
      await client.query('set constraints all deferred')
      await requireMigrations(client, manifest)
      const result = manifest.tenant
        ? await restoreTenant(client, folder, manifest, manifest.tenant.id, replace)
        : await restoreAll(client, folder, manifest, replace)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  })
  await removeOthers(tenantIds, manifest.objects)
  onProgress(`Restored ${manifest.tenant ? `tenant ${manifest.tenant.slug}` : `${tenantIds.length} tenants`} as of ${manifest.createdAt}`)
  return { manifest, contestedHosts }
}

/** Asked again inside the transaction; here so that nothing is put beside what is there before it is known that it may be. */
async function refuseUnasked({ tenant }: Manifest, replace: boolean): Promise<void> {
  if (replace) return
  const present = await withOwnerSql((client) =>
    client.query('select 1 from tenant where $1::uuid is null or id = $1 limit 1', [tenant?.id ?? null]),
  )
  if (present.rowCount) throw new Error(presentAlready(tenant !== null))
}

const presentAlready = (one: boolean): string =>
  one
    ? 'The tenant is there. Say --replace to put the backup in its place.'
    : 'There are tenants in this database. Say --replace to put the backup in their place.'

async function requireMigrations(client: PoolClient, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null',
  )
  const present = new Set(rows.map((row) => row.name))
  const missing = manifest.migrations.filter((name) => !present.has(name))
  if (missing.length > 0) throw new Error(`The database is older than the backup: migrate it first (missing: ${missing.join(', ')})`)
}

const tenantIdsOf = async (client: PoolClient): Promise<string[]> =>
  (await client.query<{ id: string }>('select id from tenant')).rows.map((row) => row.id)

async function restoreAll(client: PoolClient, folder: string, manifest: Manifest, replace: boolean) {
  const present = await tenantIdsOf(client)
  if (present.length > 0 && !replace) throw new Error(presentAlready(false))
  const order = await tablesInOrder(client)
  await client.query(`truncate ${order.map((table) => quoted(table.name)).join(', ')}`)
  for (const { name, isPartitioned } of order) {
    const table = manifest.tables.find((saved) => saved.name === name)
    if (table) await (isPartitioned ? copyMonthsIn : copyTableIn)(client, folder, table)
  }
  await client.query('update tenant set revision = revision + 1')
  return { contestedHosts: [] as string[], tenantIds: [...new Set([...present, ...(await tenantIdsOf(client))])] }
}

async function restoreTenant(client: PoolClient, folder: string, manifest: Manifest, tenantId: string, replace: boolean) {
  const { rowCount } = await client.query('select 1 from tenant where id = $1 for update', [tenantId])
  if (rowCount && !replace) throw new Error(presentAlready(true))
  const order = await tablesInOrder(client)
  for (const { name, isTenantTable } of [...order].reverse()) {
    if (isTenantTable) await client.query(`delete from ${quoted(name)} where tenant_id = $1`, [tenantId])
  }
  await client.query('delete from host where tenant_id = $1', [tenantId])
  await mergeTenantRow(client, folder, manifest)
  const contestedHosts = await mergeHosts(client, folder, manifest)
  for (const { name, isTenantTable, isPartitioned } of order) {
    const table = manifest.tables.find((saved) => saved.name === name)
    if (table && isTenantTable) await (isPartitioned ? copyMonthsIn : copyTableIn)(client, folder, table)
  }
  return { contestedHosts, tenantIds: [tenantId] }
}

/** A revision never falls: what caches hold under the present one must not come back to life. */
async function mergeTenantRow(client: PoolClient, folder: string, manifest: Manifest): Promise<void> {
  const table = await stage(client, folder, manifest, 'tenant')
  const set = table.columns
    .filter((column) => column !== 'id' && column !== 'revision')
    .map((column) => `${quoted(column)} = excluded.${quoted(column)}`)
  await client.query(
    `insert into tenant as t (${columnList(table.columns)}) select ${columnList(table.columns)} from restored_tenant
     on conflict (id) do update set ${set.join(', ')}, revision = greatest(t.revision, excluded.revision) + 1`,
  )
  await client.query(`select pg_notify('tenant_revision', id || ':' || revision) from tenant where id = (select id from restored_tenant)`)
}

async function mergeHosts(client: PoolClient, folder: string, manifest: Manifest): Promise<string[]> {
  const table = await stage(client, folder, manifest, 'host')
  const contested = await client.query<{ hostname: string }>('select r.hostname::text from restored_host r join host h using (hostname)')
  await client.query(
    `insert into host (${columnList(table.columns)}) select ${columnList(table.columns)} from restored_host on conflict (hostname) do nothing`,
  )
  return contested.rows.map((row) => row.hostname)
}

async function stage(client: PoolClient, folder: string, manifest: Manifest, name: string): Promise<Manifest['tables'][number]> {
  const table = manifest.tables.find((saved) => saved.name === name)
  if (!table) throw new Error(`The backup has no table ${name}`)
  await client.query(`create temp table restored_${name} (like ${quoted(name)} including defaults) on commit drop`)
  await copyTableIn(client, folder, table, `restored_${name}`)
  return table
}

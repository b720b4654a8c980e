import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { withOwnerSql } from '@residency/db/owner'
import { counted } from './counted.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { copyObjectsOut } from './objects.ts'
import { copyTablesOut } from './tables-out.ts'

export interface BackupOptions {
  /** An empty or new folder. */
  folder: string
  /** Slug of the one tenant to save; left out: everything. */
  tenant?: string
  onProgress?: (line: string) => void
}

/**
 * Saves the installation, or one tenant, while it goes on serving: tables from one snapshot, then the objects they speak of.
 * The folder holds personal data and hashes of passwords; files are readable by their owner alone. Returns its manifest.
 */
export async function createBackup({ folder, tenant: slug, onProgress = () => undefined }: BackupOptions): Promise<Manifest> {
  const saved = await withOwnerSql(async (client) => {
    await client.query('begin isolation level repeatable read read only')
    try {
      const tenants = await client.query<{ id: string; slug: string }>(
        'select id, slug::text from tenant where $1::text is null or slug = $1::citext',
        [slug ?? null],
      )
      const tenant = slug === undefined ? null : tenants.rows[0]
      if (tenant === undefined) throw new Error(`There is no tenant "${slug}"`)
      const migrations = await client.query<{ name: string }>(
        'select migration_name as name from _prisma_migrations where finished_at is not null order by name',
      )
      await openFolder(folder)
      onProgress('Copying tables')
      const tables = await copyTablesOut(client, folder, tenant?.id ?? null)
      return { tenant, tables, tenantIds: tenants.rows.map((row) => row.id), migrations: migrations.rows.map((row) => row.name) }
    } finally {
      await client.query('rollback')
    }
  })

  onProgress('Copying objects')
  const objects = await copyObjectsOut(folder, saved.tenantIds, counted(onProgress, 'Copying objects'))
  const manifest: Manifest = {
    format: 1,
    createdAt: new Date().toISOString(),
    tenant: saved.tenant,
    migrations: saved.migrations,
    tables: saved.tables,
    objects,
  }
  await writeManifest(folder, manifest)
  onProgress(
    `Saved ${saved.tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${saved.tables.length} tables and ${objects.length} objects in ${folder}`,
  )
  return manifest
}

async function openFolder(folder: string): Promise<void> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 })
  if ((await readdir(join(folder, 'tables'))).length > 0)
    throw new Error(`${folder} is not empty: give a new folder, so that no earlier backup is lost`)
}

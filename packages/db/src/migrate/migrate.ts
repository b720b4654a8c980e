import pg from 'pg'
import { readDatamodels, readMigrations } from './migration-files.ts'
import { withSchemaEngine } from './schema-engine.ts'

const filters = { externalTables: [], externalEnums: [] }
/** Any constant: holds back a second process that migrates at the same time. */
const lock = 727_100_001

/**
 * Applies what is missing, as role `migrator`. Returns the names applied now. Safe to run at every start and from several processes at once.
 * Throws what Postgres said when a migration fails; that migration has then changed nothing.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: ownerUrl })
  await guard.connect()
  try {
    await guard.query('select pg_advisory_lock($1)', [lock])
    await forgetFailed(guard)
    const migrationsList = await readMigrations()
    const result = await withSchemaEngine(ownerUrl, await readDatamodels(), (engine) => engine.applyMigrations({ migrationsList, filters }))
    return result.appliedMigrationNames
  } finally {
    await guard.end()
  }
}

/** A failed migration left a row and nothing else (one transaction each): clear the row so that the mended file can run. */
async function forgetFailed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ found: string | null }>(`select to_regclass('public._prisma_migrations')::text as found`)
  if (rows[0]?.found) await client.query('delete from _prisma_migrations where finished_at is null')
}

/** SQL that would bring the migrated database to the schema files: empty when they agree. */
export async function schemaDrift(ownerUrl: string): Promise<string> {
  const datamodels = await readDatamodels()
  const files = datamodels.map(([path, content]) => ({ path, content }))
  const result = await withSchemaEngine(ownerUrl, datamodels, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: import.meta.dirname },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters,
    }),
  )
  const sql = result.stdout ?? ''
  return sql.replace(/^--.*$/gm, '').trim() === '' ? '' : sql
}

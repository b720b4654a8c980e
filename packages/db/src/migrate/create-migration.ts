import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { schemaDrift } from './migrate.ts'

// node --import tsx packages/db/src/migrate/create-migration.ts <name>, with DATABASE_OWNER_URL of a migrated database.
const [name] = process.argv.slice(2)
const url = process.env.DATABASE_OWNER_URL
if (!name || !url) throw new Error('Usage: DATABASE_OWNER_URL=… create-migration.ts <name>')
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join(import.meta.dirname, '../../prisma/migrations', `${stamp}_${name}`)
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'migration.sql'), await schemaDrift(url))
process.stdout.write(`${folder}/migration.sql: add lock_tenant_table(…) for each new tenant table, then read it through\n`)

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Manifest } from './manifest.ts'
import { columnList, quoted, tablesInOrder } from './tables.ts'

/** Which rows of a table belong to the tenant; null: none do, the table is the platform's. */
function rowsOfTenant(table: string, isTenantTable: boolean, tenantId: string): string | null {
  const literal = `'${tenantId}'::uuid`
  if (isTenantTable || table === 'host') return `tenant_id = ${literal}`
  return table === 'tenant' ? `id = ${literal}` : null
}

/** Copies tables to gzip files in `folder/tables`, from one snapshot: the client is inside a repeatable-read transaction. */
export async function copyTablesOut(client: PoolClient, folder: string, tenantId: string | null): Promise<Manifest['tables']> {
  const written: Manifest['tables'] = []
  for (const { name, columns, isTenantTable } of await tablesInOrder(client)) {
    const condition = tenantId ? rowsOfTenant(name, isTenantTable, tenantId) : 'true'
    if (condition === null) continue
    const hash = createHash('sha256')
    let rows = 0
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        // In COPY's text format a line break inside a value is written as \n: each newline ends a row.
        for (const byte of chunk) if (byte === 10) rows += 1
        done(null, chunk)
      },
    })
    const order = isTenantTable ? 'tenant_id, id' : '1'
    const source = client.query(
      copyTo(`copy (select ${columnList(columns)} from ${quoted(name)} where ${condition} order by ${order}) to stdout`),
    )
    await pipeline(source, count, createGzip({ level: 6 }), createWriteStream(join(folder, 'tables', `${name}.copy.gz`), { mode: 0o600 }))
    written.push({ name, columns, rows, sha256: hash.digest('hex') })
  }
  return written
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Manifest } from './manifest.ts'
import { columnList, quoted } from './tables.ts'

type Table = Manifest['tables'][number]

/** Copies one table's file into `target`. Throws when the file is not what the manifest says: the caller's transaction then changes nothing. */
export async function copyTableIn(client: PoolClient, folder: string, table: Table, target = table.name): Promise<void> {
  const hash = createHash('sha256')
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const sink = client.query(copyFrom(`copy ${quoted(target)} (${columnList(table.columns)}) from stdin`))
  await pipeline(createReadStream(fileOf(folder, table.name)), createGunzip(), check, sink)
  if (hash.digest('hex') !== table.sha256) throw damaged(table.name)
}

/** The same for a table in partitions: the months that its rows need are made first. */
export async function copyMonthsIn(client: PoolClient, folder: string, table: Table): Promise<void> {
  const staged = `staged_${table.name}`
  await client.query(`create temp table ${quoted(staged)} (like ${quoted(table.name)} including defaults) on commit drop`)
  await copyTableIn(client, folder, table, staged)
  await client.query(
    `select make_play_partitions((min(started_at) at time zone 'UTC')::date, (max(started_at) at time zone 'UTC')::date)
     from ${quoted(staged)} having count(*) > 0`,
  )
  const columns = columnList(table.columns)
  await client.query(`insert into ${quoted(table.name)} (${columns}) select ${columns} from ${quoted(staged)}`)
}

/** Reads every table's file once, so that a damaged one is found before anything is changed. */
export async function checkTables(folder: string, tables: readonly Table[]): Promise<void> {
  for (const { name, sha256 } of tables) {
    const hash = createHash('sha256')
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done()
      },
    })
    await pipeline(createReadStream(fileOf(folder, name)), createGunzip(), sink)
    if (hash.digest('hex') !== sha256) throw damaged(name)
  }
}

const fileOf = (folder: string, name: string): string => join(folder, 'tables', `${name}.copy.gz`)
const damaged = (name: string): Error => new Error(`${name}.copy.gz is damaged: its checksum is not the manifest's. Nothing was restored.`)

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

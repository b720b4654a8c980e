import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { tenantStorage } from '@residency/integrations/storage'
import type { Manifest } from './manifest.ts'

type ObjectEntry = Manifest['objects'][number]

/** The file of a key. A key that climbs out of the folder is refused. */
function fileOf(folder: string, key: string): string {
  const root = resolve(folder, 'objects')
  const path = resolve(root, key)
  if (!path.startsWith(root + sep)) throw new Error(`The key ${key} leaves the backup's folder`)
  return path
}

const tenantOf = (key: string): string => key.split('/')[1] ?? ''

/** Copies every object of the tenants to `folder/objects`, streamed: memory stays flat however long a recording is. */
export async function copyObjectsOut(folder: string, tenantIds: readonly string[], onObject: () => void): Promise<ObjectEntry[]> {
  const written: ObjectEntry[] = []
  for (const tenantId of tenantIds) {
    const storage = tenantStorage(tenantId)
    for await (const { key } of storage.list()) {
      const found = await storage.get(key)
      if (!found) continue
      const path = fileOf(folder, key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const hash = createHash('sha256')
      const tap = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk)
          done(null, chunk)
        },
      })
      await pipeline(found.body, tap, createWriteStream(path, { mode: 0o600 }))
      written.push({ key, bytes: found.info.bytes, contentType: found.info.contentType, sha256: hash.digest('hex') })
      onObject()
    }
  }
  return written
}

/** Reads every object of a backup once, so that a damaged file is found before anything is changed. */
export async function checkObjects(folder: string, entries: readonly ObjectEntry[], onObject: () => void): Promise<void> {
  for (const entry of entries) {
    const hash = createHash('sha256')
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done()
      },
    })
    await pipeline(createReadStream(fileOf(folder, entry.key)), sink)
    if (hash.digest('hex') !== entry.sha256) throw new Error(`The object ${entry.key} is damaged in the backup. Nothing was restored.`)
    onObject()
  }
}

/** Puts every object of a backup where it was. A key outside its tenant's prefix is refused by the storage. */
export async function putObjects(folder: string, entries: readonly ObjectEntry[], onObject: () => void): Promise<void> {
  for (const { key, bytes, contentType } of entries) {
    await tenantStorage(tenantOf(key)).put(key, createReadStream(fileOf(folder, key)), { contentType, bytes })
    onObject()
  }
}

/** Takes away what the tenants have now and the backup does not. */
export async function removeOthers(tenantIds: readonly string[], entries: readonly ObjectEntry[]): Promise<void> {
  const kept = new Set(entries.map((entry) => entry.key))
  for (const tenantId of tenantIds) {
    const storage = tenantStorage(tenantId)
    for await (const { key } of storage.list()) if (!kept.has(key)) await storage.delete(key)
  }
}

import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import type { Manifest } from './manifest.ts'

type ObjectEntry = Manifest['objects'][number]

/** The part of the object store that backup needs: whole keys, as they stand in the bucket. */
export interface ObjectAccess {
  list(prefix: string): AsyncIterable<string>
  get(key: string): Promise<{ body: Buffer; contentType: string }>
  put(key: string, body: Buffer, contentType: string): Promise<void>
  remove(key: string): Promise<void>
}

/** The file of a key. A key that climbs out of the folder is refused. */
function fileOf(folder: string, key: string): string {
  const root = resolve(folder, 'objects')
  const path = resolve(root, key)
  if (!path.startsWith(root + sep)) throw new Error(`The key ${key} leaves the backup's folder`)
  return path
}

const sha256 = (body: Buffer): string => createHash('sha256').update(body).digest('hex')

/** Copies every object of the tenants to `folder/objects`. Resized pictures (`/sized/`) are left out: they are made again when asked for. */
export async function copyObjectsOut(store: ObjectAccess, folder: string, tenantIds: readonly string[], onObject: () => void): Promise<ObjectEntry[]> {
  const written: ObjectEntry[] = []
  for (const tenantId of tenantIds) {
    for await (const key of store.list(`t/${tenantId}/`)) {
      if (key.includes('/sized/')) continue
      const { body, contentType } = await store.get(key)
      const path = fileOf(folder, key)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, body, { mode: 0o600 })
      written.push({ key, bytes: body.length, contentType, sha256: sha256(body) })
      onObject()
    }
  }
  return written
}

/** Reads every object of a backup once, so that a damaged file is found before anything is changed. */
export async function checkObjects(folder: string, entries: readonly ObjectEntry[]): Promise<void> {
  for (const entry of entries) {
    const body = await readFile(fileOf(folder, entry.key))
    if (sha256(body) !== entry.sha256) throw new Error(`The object ${entry.key} is damaged in the backup. Nothing was restored.`)
  }
}

export async function putObjects(store: ObjectAccess, folder: string, entries: readonly ObjectEntry[]): Promise<void> {
  for (const entry of entries) await store.put(entry.key, await readFile(fileOf(folder, entry.key)), entry.contentType)
}

/** Takes away what the tenants have now and the backup does not. */
export async function removeOthers(store: ObjectAccess, tenantIds: readonly string[], entries: readonly ObjectEntry[]): Promise<void> {
  const kept = new Set(entries.map((entry) => entry.key))
  for (const tenantId of tenantIds) {
    for await (const key of store.list(`t/${tenantId}/`)) if (!kept.has(key)) await store.remove(key)
  }
}

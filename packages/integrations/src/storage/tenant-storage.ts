import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { MultipartStore } from './multipart.ts'
import { buildKey, checkKey, tenantPrefix } from './object-key.ts'
import type { ObjectInfo, ObjectStore, PutOptions } from './object-store.ts'
import { objectStore } from './s3-store.ts'

const pageSize = 1000

export interface TenantStorage extends MultipartStore {
  readonly tenantId: string
  /** `t/<tenant>/<parts…>`. Each part holds letters, figures and `._=-`. */
  key(...parts: string[]): string
  put(key: string, body: Uint8Array | Readable, options: PutOptions): Promise<void>
  get(key: string, range?: { first: number; last?: number }): Promise<{ info: ObjectInfo; body: Readable } | null>
  /** The whole object in memory, or null. Throws when it is larger than `mostBytes`. */
  getBuffer(key: string, mostBytes: number): Promise<Buffer | null>
  head(key: string): Promise<ObjectInfo | null>
  delete(...keys: string[]): Promise<void>
  /** Every object whose key begins with these parts; all of the tenant's without any. */
  list(...parts: string[]): AsyncGenerator<Pick<ObjectInfo, 'key' | 'bytes' | 'modifiedAt'>>
  /** Deletes what `list` gives for the same parts; returns how many. At least one part must be given. */
  deleteUnder(first: string, ...parts: string[]): Promise<number>
  presignGet(key: string, options: { expiresSeconds: number; downloadAs?: string }): Promise<string>
  presignPut(key: string, options: { expiresSeconds: number; contentType: string; bytes: number }): Promise<string>
}

/**
 * The objects of one tenant: the only way to reach any. A key of another tenant is refused before it leaves the process.
 * @param tenantId the id of a TenantRef
 */
export function tenantStorage(tenantId: string, store: ObjectStore = objectStore()): TenantStorage {
  const prefix = tenantPrefix(tenantId)
  const own = (key: string) => checkKey(prefix, key)

  async function* list(...parts: string[]): AsyncGenerator<Pick<ObjectInfo, 'key' | 'bytes' | 'modifiedAt'>> {
    const under = parts.length > 0 ? `${buildKey(prefix, parts)}/` : prefix
    let after: string | undefined
    for (;;) {
      const page = await store.list(under, after, pageSize)
      for (const object of page.objects) yield { ...object, key: own(object.key) }
      after = page.objects.at(-1)?.key
      if (!page.more || !after) return
    }
  }

  return {
    tenantId,
    key: (...parts) => buildKey(prefix, parts),
    // `async` turns a refused key into a rejection, as every other failure is one.
    put: async (key, body, options) => store.put(own(key), body, options),
    get: async (key, range) => store.get(own(key), range),
    getBuffer: async (key, mostBytes) => {
      const found = await store.get(own(key))
      if (!found) return null
      if (found.info.bytes > mostBytes) {
        found.body.destroy()
        throw new Error(`The object has ${found.info.bytes} bytes, more than the ${mostBytes} that may be held in memory`)
      }
      return buffer(found.body)
    },
    head: async (key) => store.head(own(key)),
    delete: async (...keys) => store.delete(keys.map(own)),
    list,
    deleteUnder: async (first, ...parts) => {
      let count = 0
      let batch: string[] = []
      const flush = async () => {
        await store.delete(batch)
        count += batch.length
        batch = []
      }
      for await (const { key } of list(first, ...parts)) {
        batch.push(key)
        if (batch.length === pageSize) await flush()
      }
      if (batch.length > 0) await flush()
      return count
    },
    presignGet: async (key, options) => store.presignGet(own(key), options),
    presignPut: async (key, options) => store.presignPut(own(key), options),
    createMultipart: async (key, options) => store.createMultipart(own(key), options),
    presignPart: async (key, storageUploadId, part) => store.presignPart(own(key), storageUploadId, part),
    listParts: async (key, storageUploadId) => store.listParts(own(key), storageUploadId),
    completeMultipart: async (key, storageUploadId, parts) => store.completeMultipart(own(key), storageUploadId, parts),
    abortMultipart: async (key, storageUploadId) => store.abortMultipart(own(key), storageUploadId),
  }
}

import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ObjectInfo, ObjectStore } from './object-store.ts'

/** A store in memory, for tests of what is built upon the port. It signs nothing. */
export function createMemoryStore(): ObjectStore & { readonly keys: string[] } {
  const objects = new Map<string, { bytes: Buffer; info: ObjectInfo }>()
  return {
    get keys() {
      return [...objects.keys()].sort()
    },
    put: async (key, body, { contentType }) => {
      const bytes = body instanceof Uint8Array ? Buffer.from(body) : await buffer(body)
      objects.set(key, { bytes, info: { key, bytes: bytes.length, contentType, etag: `"${bytes.length}"`, modifiedAt: new Date() } })
    },
    get: async (key, range) => {
      const found = objects.get(key)
      if (!found) return null
      const part = range ? found.bytes.subarray(range.first, range.last === undefined ? undefined : range.last + 1) : found.bytes
      return { info: found.info, body: Readable.from([part]) }
    },
    head: async (key) => objects.get(key)?.info ?? null,
    delete: async (keys) => {
      for (const key of keys) objects.delete(key)
    },
    list: async (prefix, after, most) => {
      const keys = [...objects.keys()].sort().filter((key) => key.startsWith(prefix) && (!after || key > after))
      return { objects: keys.slice(0, most).flatMap((key) => objects.get(key)?.info ?? []), more: keys.length > most }
    },
    presignGet: async (key, { expiresSeconds }) => `memory:${key}?expires=${expiresSeconds}`,
    presignPut: async (key, { expiresSeconds }) => `memory:${key}?expires=${expiresSeconds}`,
    answers: async () => true,
  }
}

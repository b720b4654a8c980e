import type { Readable } from 'node:stream'
import type { MultipartStore } from './multipart.ts'

export interface ObjectInfo {
  key: string
  bytes: number
  contentType: string
  etag: string
  modifiedAt: Date
}

export interface PutOptions {
  contentType: string
  /** Needed when the body is a stream: S3 signs the length. */
  bytes?: number
  cacheControl?: string
}

/** What the application asks of an object store: the narrow port behind TenantStorage. Keys are whole and already checked. */
export interface ObjectStore extends MultipartStore {
  put(key: string, body: Uint8Array | Readable, options: PutOptions): Promise<void>
  /** null when there is no such object. `range` as in HTTP: the first and the last byte, both included. */
  get(key: string, range?: { first: number; last?: number }): Promise<{ info: ObjectInfo; body: Readable } | null>
  head(key: string): Promise<ObjectInfo | null>
  /** Succeeds when there is nothing to delete. */
  delete(keys: readonly string[]): Promise<void>
  /** Keys in order, a page at a time; `after` is the last key of the page before. */
  list(
    prefix: string,
    after: string | undefined,
    most: number,
  ): Promise<{ objects: Pick<ObjectInfo, 'key' | 'bytes' | 'modifiedAt'>[]; more: boolean }>
  presignGet(key: string, options: { expiresSeconds: number; downloadAs?: string }): Promise<string>
  /** The browser must send exactly this type and this length. */
  presignPut(key: string, options: { expiresSeconds: number; contentType: string; bytes: number }): Promise<string>
  /** Whether the bucket answers. */
  answers(): Promise<boolean>
}

import { Readable } from 'node:stream'
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { type Env, loadEnv } from '@residency/config'
import { multipartStore } from './multipart.ts'
import type { ObjectInfo, ObjectStore } from './object-store.ts'

type S3Env = Pick<Env, 'S3_ENDPOINT' | 'S3_REGION' | 'S3_BUCKET' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY' | 'S3_FORCE_PATH_STYLE'> &
  Partial<Pick<Env, 'S3_PUBLIC_ENDPOINT'>>

const deletedAtOnce = 1000

export function s3Config(env: S3Env): S3ClientConfig {
  return {
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    forcePathStyle: env.S3_FORCE_PATH_STYLE,
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY },
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000, httpAgent: { maxSockets: 64 }, httpsAgent: { maxSockets: 64 } },
    // Otherwise the checksum of an empty body is baked into presigned addresses, and S3 refuses the upload (design.md).
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }
}

const isMissing = (error: unknown): boolean => {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404
}

/** What S3 says of an object, whether asked by GET or by HEAD. */
interface Described {
  ContentLength?: number
  ContentRange?: string
  ContentType?: string
  ETag?: string
  LastModified?: Date
}

const describe = (key: string, from: Described): ObjectInfo => ({
  key,
  // Of a range, the length is the part's; the whole's stands behind the slash.
  bytes: Number(from.ContentRange?.split('/')[1] ?? from.ContentLength ?? 0),
  contentType: from.ContentType ?? 'application/octet-stream',
  etag: from.ETag ?? '',
  modifiedAt: from.LastModified ?? new Date(0),
})

/** S3, or whatever speaks its language. */
export function createS3Store(env: S3Env): ObjectStore & { close(): void } {
  const client = new S3Client(s3Config(env))
  // Only signs: the signature holds the host that the browser will ask.
  const signer = env.S3_PUBLIC_ENDPOINT ? new S3Client({ ...s3Config(env), endpoint: env.S3_PUBLIC_ENDPOINT }) : client
  const Bucket = env.S3_BUCKET
  const orNull = <T>(promise: Promise<T>): Promise<T | null> =>
    promise.catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })

  return {
    ...multipartStore({ client, signer, Bucket }),
    put: async (Key, Body, { contentType, bytes, cacheControl }) => {
      const ContentLength = Body instanceof Uint8Array ? Body.byteLength : bytes
      if (ContentLength === undefined) throw new Error('A stream is stored with its length: give `bytes`')
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: contentType, ContentLength, CacheControl: cacheControl }))
    },
    get: async (Key, range) => {
      const Range = range ? `bytes=${range.first}-${range.last ?? ''}` : undefined
      const found = await orNull(client.send(new GetObjectCommand({ Bucket, Key, Range })))
      if (!found) return null
      if (!(found.Body instanceof Readable)) throw new Error('The object store answered without a body')
      return { info: describe(Key, found), body: found.Body }
    },
    head: async (Key) => {
      const found = await orNull(client.send(new HeadObjectCommand({ Bucket, Key })))
      return found && describe(Key, found)
    },
    delete: async (keys) => {
      for (let at = 0; at < keys.length; at += deletedAtOnce) {
        const Objects = keys.slice(at, at + deletedAtOnce).map((Key) => ({ Key }))
        const { Errors } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
        const [first] = Errors ?? []
        if (first) throw new Error(`${Errors?.length} objects could not be deleted: ${first.Code}`)
      }
    },
    list: async (Prefix, StartAfter, MaxKeys) => {
      const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, StartAfter, MaxKeys }))
      const objects = (page.Contents ?? []).map((each) => ({
        key: each.Key ?? '',
        bytes: each.Size ?? 0,
        modifiedAt: each.LastModified ?? new Date(0),
      }))
      return { objects, more: page.IsTruncated ?? false }
    },
    presignGet: (Key, { expiresSeconds, downloadAs }) => {
      const ResponseContentDisposition = downloadAs ? `attachment; filename*=UTF-8''${encodeURIComponent(downloadAs)}` : undefined
      return getSignedUrl(signer, new GetObjectCommand({ Bucket, Key, ResponseContentDisposition }), { expiresIn: expiresSeconds })
    },
    presignPut: (Key, { expiresSeconds, contentType, bytes }) =>
      getSignedUrl(signer, new PutObjectCommand({ Bucket, Key, ContentType: contentType, ContentLength: bytes }), {
        expiresIn: expiresSeconds,
        // Unsigned headers could be anything: a page of HTML instead of the announced picture, or a terabyte.
        signableHeaders: new Set(['content-type', 'content-length', 'host']),
      }),
    answers: () =>
      client.send(new HeadBucketCommand({ Bucket })).then(
        () => true,
        () => false,
      ),
    close: () => {
      client.destroy()
      signer.destroy()
    },
  }
}

/** The object store as browsers reach it, for a page's policy: scheme, host and port of every signed address. */
export function storageOrigin(env: S3Env): string {
  const url = new URL(env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT)
  if (!env.S3_FORCE_PATH_STYLE) url.hostname = `${env.S3_BUCKET}.${url.hostname}`
  return url.origin
}

let shared: ReturnType<typeof createS3Store> | undefined

/** The process's store, made at its first use. Exported to this folder alone: the way in is tenantStorage. */
export function objectStore(): ObjectStore {
  shared ??= createS3Store(loadEnv())
  return shared
}

export const storageAnswers = (): Promise<boolean> => objectStore().answers()

/** Ends the connections of this process. */
export function closeStorage(): void {
  shared?.close()
  shared = undefined
}

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

export interface StoredPart {
  /** From 1. */
  number: number
  bytes: number
  etag: string
  /** Base64; null from a store that does not tell. */
  sha256: string | null
}

export interface PartToSign {
  number: number
  /** Exactly so many: a part that is longer or shorter is refused by the store. */
  bytes: number
  /** SHA-256 of the part's bytes in base64, which the store checks before it keeps them. */
  sha256: string
  expiresSeconds: number
}

/** What a browser needs to put a part: a PUT to `url` with exactly these headers. */
export interface SignedPart {
  url: string
  headers: Record<string, string>
}

/** Large files in parts, each sent by the browser straight to the store. Keys are whole and already checked. */
export interface MultipartStore {
  /** Returns the store's own id of the upload. */
  createMultipart(key: string, options: { contentType: string }): Promise<string>
  presignPart(key: string, storageUploadId: string, part: PartToSign): Promise<SignedPart>
  /** What the store has, in order; null when it knows no such upload (any more). */
  listParts(key: string, storageUploadId: string): Promise<StoredPart[] | null>
  /** Makes the object out of the parts. False when the store knows no such upload: somebody was quicker, or it was aborted. */
  completeMultipart(key: string, storageUploadId: string, parts: readonly StoredPart[]): Promise<boolean>
  /** Forgets the upload and its parts. Succeeds when there is nothing to forget. */
  abortMultipart(key: string, storageUploadId: string): Promise<void>
}

const checksumHeader = 'x-amz-checksum-sha256'

const isUnknownUpload = (error: unknown): boolean => {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NoSuchUpload' || $metadata?.httpStatusCode === 404
}

interface Access {
  client: S3Client
  /** Knows the store by the address that browsers use. */
  signer: S3Client
  Bucket: string
}

export function multipartStore({ client, signer, Bucket }: Access): MultipartStore {
  const orNull = <T>(promise: Promise<T>): Promise<T | null> =>
    promise.catch((error: unknown) => {
      if (isUnknownUpload(error)) return null
      throw error
    })

  return {
    createMultipart: async (Key, { contentType }) => {
      // S3 wants to know at the beginning which checksum the parts will carry.
      const made = await client.send(
        new CreateMultipartUploadCommand({ Bucket, Key, ContentType: contentType, ChecksumAlgorithm: 'SHA256' }),
      )
      if (!made.UploadId) throw new Error('The object store began an upload without an id')
      return made.UploadId
    },
    presignPart: async (Key, UploadId, { number, bytes, sha256, expiresSeconds }) => {
      const command = new UploadPartCommand({
        Bucket,
        Key,
        UploadId,
        PartNumber: number,
        ContentLength: bytes,
        ChecksumSHA256: sha256,
      })
      const url = await getSignedUrl(signer, command, {
        expiresIn: expiresSeconds,
        signableHeaders: new Set(['host', 'content-length', checksumHeader]),
        // Left a header: as a part of the address, not every store would check it.
        unhoistableHeaders: new Set([checksumHeader]),
      })
      return { url, headers: { [checksumHeader]: sha256 } }
    },
    listParts: async (Key, UploadId) => {
      const parts: StoredPart[] = []
      let PartNumberMarker: string | undefined
      for (;;) {
        const page = await orNull(client.send(new ListPartsCommand({ Bucket, Key, UploadId, PartNumberMarker })))
        if (!page) return null
        for (const { PartNumber = 0, Size = 0, ETag = '', ChecksumSHA256 = null } of page.Parts ?? [])
          parts.push({ number: PartNumber, bytes: Size, etag: ETag, sha256: ChecksumSHA256 })
        if (!page.IsTruncated || !page.NextPartNumberMarker) return parts
        PartNumberMarker = page.NextPartNumberMarker
      }
    },
    completeMultipart: async (Key, UploadId, parts) => {
      const Parts = parts.map(({ number, etag, sha256 }) => ({ PartNumber: number, ETag: etag, ChecksumSHA256: sha256 ?? undefined }))
      return (await orNull(client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } })))) !== null
    },
    abortMultipart: async (Key, UploadId) => {
      await orNull(client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })))
    },
  }
}

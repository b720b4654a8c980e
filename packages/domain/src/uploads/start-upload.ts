import { randomUUID } from 'node:crypto'
import { limits } from '@residency/config'
import { type TenantDb, withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import { z } from 'zod'
import type { AccountContext, TenantContext } from '../context/index.ts'
import { AppError, notFound, tooMany } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { readEntitlements } from '../tenants/index.ts'
import { audioContentType } from './audio-files.ts'
import type { UploadRow } from './own-upload.ts'
import { storageUsed } from './storage-use.ts'
import { presentParts } from './store-parts.ts'

const hourMs = 60 * 60_000
const gigabyte = 1024 ** 3

export const startUploadSchema = z.object({
  // Without control characters: Postgres refuses NUL, and nobody can read the others.
  filename: z
    .string()
    .max(1_000)
    .transform((name) =>
      name
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(-255),
    )
    .pipe(z.string().min(1)),
  bytes: z.number().int().nonnegative(),
  /** The browser's own mark of the file (name, size, date): finds the upload again after the tab was closed. */
  fileMark: z.string().min(1).max(400),
  /** The mix whose audio this will be; without it a draft is made. */
  mixId: z.uuid().optional(),
})

export interface OpenUpload {
  uploadId: string
  /** Every part but the last has so many. */
  partBytes: number
  /** Numbers (from 1) of the parts that are in the store already. */
  parts: number[]
}

/**
 * Begins an upload, or goes on with the one of the same file that was not finished. Type, size, the hour's number and the storage are looked
 * at before the first byte. Throws `unsupported`, `too_large` (file, or storage full), `invalid` (empty), `too_many`, `not_found` (no such mix),
 * `unauthenticated`, `forbidden`.
 */
export async function startUpload(given: TenantContext, input: z.output<typeof startUploadSchema>): Promise<OpenUpload> {
  const ctx = requirePermission(given, 'catalogue.edit')
  requireTakeable(input)
  const row = await withTenant(ctx.ref, (db) => findOrMake(db, ctx, input))
  const { row: begun, parts } = await presentParts(ctx, row)
  return { uploadId: begun.id, partBytes: begun.partBytes, parts }
}

function requireTakeable({ filename, bytes }: Pick<z.output<typeof startUploadSchema>, 'filename' | 'bytes'>): void {
  if (!audioContentType(filename)) throw new AppError('unsupported', { messageKey: 'upload.type' })
  if (bytes === 0) throw new AppError('invalid', { messageKey: 'upload.empty' })
  if (bytes > limits.uploadAudioBytes)
    throw new AppError('too_large', { messageKey: 'upload.tooLarge', params: { gigabytes: limits.uploadAudioBytes / gigabyte } })
}

async function findOrMake(db: TenantDb, ctx: AccountContext, input: z.output<typeof startUploadSchema>): Promise<UploadRow> {
  const { filename, fileMark, mixId = null } = input
  const bytes = BigInt(input.bytes)
  const createdBy = ctx.actor.accountId
  const now = ctx.now()
  // One start after another: two at the same moment would both find room for the last gigabyte.
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`upload|${ctx.ref.tenantId}`}, 0))`
  if (mixId && !(await db.mix.findFirst({ where: { id: mixId }, select: { id: true } }))) throw notFound()

  const open = { state: 'open' as const, createdBy, expiresAt: { gt: now } }
  const known = await db.upload.findFirst({ where: { ...open, fileMark, bytes, mixId }, orderBy: { id: 'desc' } })
  if (known) return known

  const entitled = await readEntitlements(db)
  const [oldest] = (
    await db.upload.findMany({
      where: { createdBy, createdAt: { gt: new Date(now.getTime() - hourMs) } },
      orderBy: { createdAt: 'desc' },
      select: { createdAt: true },
      take: entitled.uploadsPerHour,
    })
  ).slice(entitled.uploadsPerHour - 1)
  if (oldest) {
    const waitMs = Math.max(1_000, oldest.createdAt.getTime() + hourMs - now.getTime())
    const params = { count: entitled.uploadsPerHour, minutes: Math.ceil(waitMs / 60_000) }
    throw new AppError('too_many', { ...tooMany(waitMs).detail, messageKey: 'upload.tooMany', params })
  }
  const left = entitled.storageBytes - (await storageUsed(db, now))
  if (input.bytes > left)
    throw new AppError('too_large', {
      messageKey: 'upload.quota',
      params: { left: gigabytes(Math.max(0, left)), needed: gigabytes(input.bytes) },
    })

  const id = randomUUID()
  return db.upload.create({
    data: {
      id,
      mixId,
      filename,
      bytes,
      partBytes: limits.uploadPartBytes,
      fileMark,
      objectKey: tenantStorage(ctx.tenant.id).key('originals', id),
      // Empty until the store has begun it.
      storageUploadId: '',
      createdBy,
      createdAt: now,
      expiresAt: new Date(now.getTime() + limits.uploadKeptMs),
    },
  })
}

const gigabytes = (bytes: number): number => Math.round((bytes / gigabyte) * 100) / 100

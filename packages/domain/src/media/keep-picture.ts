import { randomUUID } from 'node:crypto'
import { withTenant } from '@residency/db'
import { ImageError, probeImage } from '@residency/integrations/imaging'
import { tenantStorage } from '@residency/integrations/storage'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { enqueueLater } from '../outbox/index.ts'
import { type MediaItemView, mediaItemView } from './media-item-view.ts'

export interface NewPicture {
  /** As its source named it; kept for finding it again, never for what it is. */
  filename: string
  /** Unverified: what it is, is found out by decoding it. */
  bytes: Uint8Array
  /** The account it came from; null when that is not known. */
  uploadedBy: string | null
}

/** Bytes and pixels beyond the limits are said to be too large; everything else that is no picture, unsupported. */
const refusals: Record<string, 'too_large' | 'unsupported'> = { too_many_bytes: 'too_large', too_many_pixels: 'too_large' }

/**
 * Puts a picture into the library for whoever decided that it may: a verb that asked for permission, or a job that found it in an upload.
 * The same picture twice is one item: the earlier one is returned. The original is kept as it came.
 * Throws `too_large`, `unsupported` (no picture, cut off, or one that could do harm).
 */
export async function keepPicture(ctx: TenantContext, input: NewPicture): Promise<MediaItemView> {
  const facts = await probeImage(ctx.tenant.id, input.bytes).catch((error: unknown) => {
    if (error instanceof ImageError) throw new AppError(refusals[error.problem] ?? 'unsupported', { messageKey: `image.${error.problem}` })
    throw error
  })
  const known = await withTenant(ctx.ref, (db) => db.mediaItem.findFirst({ where: { sha256: facts.sha256 } }))
  if (known) return mediaItemView(known)

  const storage = tenantStorage(ctx.tenant.id)
  const id = randomUUID()
  const objectKey = storage.key('media', id, `original.${facts.extension}`)
  // The object first: a row never points at nothing. An object without its row is swept with the tenant's leftovers.
  await storage.put(objectKey, input.bytes, { contentType: facts.contentType })
  const { contentType, bytes, width, height, tone, sha256 } = facts
  return withTenant(ctx.ref, async (db) => {
    const row = await db.mediaItem.create({
      data: {
        id,
        objectKey,
        filename: input.filename.slice(0, 200),
        contentType,
        bytes,
        width,
        height,
        tone,
        sha256,
        uploadedBy: input.uploadedBy,
      },
    })
    // Drawn in the sizes that pages ask for before a fan has to wait for it.
    await enqueueLater(db, 'media.render', { mediaItemId: id })
    await recordAudit(db, ctx, { action: 'media.added', subjectKind: 'media', subjectId: id, data: { filename: row.filename } })
    return mediaItemView(row)
  })
}

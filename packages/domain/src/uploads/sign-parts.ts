import { type SignedPart, tenantStorage } from '@residency/integrations/storage'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { requireOpen, requireOwnUpload, sizeOf, uploadIdSchema } from './own-upload.ts'
import { bytesOfPart, partCount } from './upload-parts.ts'

export const signPartsSchema = uploadIdSchema.extend({
  parts: z
    .array(
      z.object({
        /** From 1. */
        number: z.number().int().positive(),
        /** SHA-256 of the part in base64. */
        sha256: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
      }),
    )
    .min(1)
    .max(100),
})

/** A part that is begun later than this asks for a new address. */
const signedSeconds = 60 * 60

/**
 * Addresses to which the browser puts parts, each good for those bytes alone. The same part may be signed and sent any number of times.
 * Throws `not_found` (also for another's upload), `gone`, `invalid` (a part that there is not), `unauthenticated`, `forbidden`.
 */
export async function signParts(
  given: TenantContext,
  input: z.output<typeof signPartsSchema>,
): Promise<{ parts: (SignedPart & { number: number })[] }> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const row = requireOpen(ctx, await requireOwnUpload(ctx, input.uploadId))
  const size = sizeOf(row)
  if (row.storageUploadId === '' || input.parts.some(({ number }) => number > partCount(size)))
    throw new AppError('invalid', { messageKey: 'upload.part' })
  const storage = tenantStorage(ctx.tenant.id)
  const parts = await Promise.all(
    input.parts.map(async ({ number, sha256 }) => ({
      number,
      ...(await storage.presignPart(row.objectKey, row.storageUploadId, {
        number,
        bytes: bytesOfPart(size, number),
        sha256,
        expiresSeconds: signedSeconds,
      })),
    })),
  )
  return { parts }
}

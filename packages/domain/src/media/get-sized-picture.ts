import { limits } from '@residency/config'
import { readTenant } from '@residency/db'
import { type RenderFormat, renderImage } from '@residency/integrations/imaging'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { type DrawnPicture, drawnOnce } from './drawn.ts'

/** Widths a picture can be had in: one of each is kept, so nobody fills the store by asking for every pixel. The same as the pages ask for. */
export const servedWidths = [160, 320, 480, 640, 768, 960, 1280, 1600, 1920] as const

export const sizedPictureSchema = z.object({
  id: z.uuid(),
  w: z.coerce
    .number()
    .refine((width) => servedWidths.some((served) => served === width))
    .default(960),
  f: z.enum(['avif', 'webp', 'png']).optional(),
})

const types: Record<string, RenderFormat> = { 'image/png': 'png' }

/**
 * One of the tenant's pictures at a width and in a format; without a format, as JPEG, or PNG where the original is one.
 * Throws `not_found`.
 */
export async function getSizedPicture(
  ctx: Pick<TenantContext, 'ref' | 'log'>,
  { id, w, f }: z.output<typeof sizedPictureSchema>,
): Promise<DrawnPicture> {
  const [item] = await readTenant(ctx.ref, (sql) =>
    sql.query<{ objectKey: string; contentType: string }>(
      'media_object',
      'select object_key as "objectKey", content_type as "contentType" from media_item where id = $1',
      [id],
    ),
  )
  if (!item) throw notFound()
  const format = f ?? types[item.contentType] ?? 'jpeg'
  return drawnOnce(ctx, ['media', id, `w${w}.${format}`], `image/${format}`, async (storage) => {
    const original = await storage.getBuffer(item.objectKey, limits.uploadImageBytes)
    if (!original) throw notFound()
    return (await renderImage(ctx.ref.tenantId, original, { width: w, format })).bytes
  })
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type MediaItemView, mediaItemView } from './media-item-view.ts'

export const mediaItemIdSchema = z.object({ mediaItemId: z.uuid() })

/** One picture of the library. Throws `not_found`, `forbidden`. */
export async function requireMediaItem(ctx: TenantContext, input: z.output<typeof mediaItemIdSchema>): Promise<MediaItemView> {
  requirePermission(ctx, 'media.edit')
  const row = await withTenant(ctx.ref, (db) => db.mediaItem.findFirst({ where: { id: input.mediaItemId } }))
  if (!row) throw notFound()
  return mediaItemView(row)
}

import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { keepPicture, type NewPicture } from './keep-picture.ts'
import type { MediaItemView } from './media-item-view.ts'

export type AddMedia = Pick<NewPicture, 'filename' | 'bytes'>

/**
 * Puts a picture into the library. The same picture twice is one item: the earlier one is returned. The original is kept as it came.
 * Throws `too_large`, `unsupported` (no picture, cut off, or one that could do harm), `forbidden`.
 */
export async function addMedia(given: TenantContext, input: AddMedia): Promise<MediaItemView> {
  const ctx = requirePermission(given, 'media.edit')
  return keepPicture(ctx, { ...input, uploadedBy: ctx.actor.accountId })
}

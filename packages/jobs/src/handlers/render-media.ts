import { getSizedPicture } from '@residency/domain/media'
import type { Handler } from '../job.ts'

/** The sizes that a page's first screen asks for: drawn before a fan is the first to wait for them. */
const wanted = [320, 640, 1280]

export const renderMedia: Handler<'media.render'> = async (ctx, { mediaItemId }) => {
  for (const w of wanted) {
    for (const f of ['avif', 'webp'] as const) await getSizedPicture(ctx, { id: mediaItemId, w, f })
  }
}

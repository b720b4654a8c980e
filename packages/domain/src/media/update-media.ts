import { type Locale, locales } from '@residency/config'
import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type MediaItemView, mediaItemView } from './media-item-view.ts'

export const updateMediaSchema = z.object({
  mediaItemId: z.uuid(),
  expectedVersion: z.coerce.number().int().positive(),
  /** Thousandths of width and height: what a crop keeps in sight. */
  focalX: z.coerce.number().int().min(0).max(1_000),
  focalY: z.coerce.number().int().min(0).max(1_000),
  alt: z.object(Object.fromEntries(locales.map((locale) => [locale, z.string().trim().max(300)])) as Record<Locale, z.ZodString>).partial(),
})

/** Focal point and words of a picture; every page that shows it follows at once. Throws `conflict` (collision), `not_found`, `forbidden`. */
export async function updateMedia(given: TenantContext, input: z.output<typeof updateMediaSchema>): Promise<MediaItemView> {
  const ctx = requirePermission(given, 'media.edit')
  const { mediaItemId, expectedVersion, focalX, focalY, alt } = input
  return withTenant(ctx.ref, async (db) => {
    const { count } = await db.mediaItem.updateMany({
      where: { id: mediaItemId, version: expectedVersion },
      data: { focalX, focalY, alt, version: { increment: 1 } },
    })
    if (count === 0) {
      if ((await db.mediaItem.count({ where: { id: mediaItemId } })) === 0) throw notFound()
      throw conflict('conflict')
    }
    await recordAudit(db, ctx, { action: 'media.changed', subjectKind: 'media', subjectId: mediaItemId })
    await raiseRevision(db)
    return mediaItemView(await db.mediaItem.findFirstOrThrow({ where: { id: mediaItemId } }))
  })
}

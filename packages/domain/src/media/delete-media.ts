import { brandSchema } from '@residency/brand'
import { raiseRevision, type TenantDb, withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'

export const deleteMediaSchema = z.object({ mediaItemId: z.uuid() })

/** Where a picture is shown, in words of the studio: `brand`, `mix`, `event`, `page`. */
async function usesOfMedia(db: TenantDb, mediaItemId: string): Promise<string[]> {
  const brand = await db.brand.findFirst({ select: { published: true, draft: true } })
  const records = [brand?.published, brand?.draft].flatMap((record) => brandSchema.safeParse(record).data ?? [])
  const pages = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from page where blocks @> ${JSON.stringify([{ type: 'image', mediaId: mediaItemId }])}::jsonb
      or published_blocks @> ${JSON.stringify([{ type: 'image', mediaId: mediaItemId }])}::jsonb`
  const uses: [string, boolean][] = [
    ['brand', records.some((record) => [record.logoId, record.coverId, record.iconId].includes(mediaItemId))],
    ['mix', (await db.mix.count({ where: { artworkId: mediaItemId } })) > 0],
    ['event', (await db.event.count({ where: { imageId: mediaItemId } })) > 0],
    ['page', (pages[0]?.n ?? 0) > 0],
  ]
  return uses.flatMap(([name, used]) => (used ? [name] : []))
}

/** Deletes a picture that nothing shows, with its sizes. Throws `conflict` (media.inUse) while something does, `not_found`, `forbidden`. */
export async function deleteMedia(given: TenantContext, input: z.output<typeof deleteMediaSchema>): Promise<void> {
  const ctx = requirePermission(given, 'media.delete')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.mediaItem.findFirst({ where: { id: input.mediaItemId } })
    if (!row) throw notFound()
    const uses = await usesOfMedia(db, row.id)
    if (uses.length > 0) throw conflict('media.inUse', { uses: uses.join(', ') })
    await db.mediaItem.delete({ where: db.key(row.id) })
    await recordAudit(db, ctx, { action: 'media.deleted', subjectKind: 'media', subjectId: row.id, data: { filename: row.filename } })
    await raiseRevision(db)
  })
  await tenantStorage(ctx.tenant.id).deleteUnder('media', input.mediaItemId)
}

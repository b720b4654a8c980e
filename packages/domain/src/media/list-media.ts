import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type MediaItemView, mediaItemView } from './media-item-view.ts'

export const mediaPerPage = 48

export const listMediaSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

/** The library, newest first, found by file name. */
export async function listMedia(
  ctx: TenantContext,
  input: z.output<typeof listMediaSchema>,
): Promise<{ items: MediaItemView[]; total: number; page: number; pageCount: number }> {
  requirePermission(ctx, 'media.edit')
  const where = input.q ? { filename: { contains: input.q, mode: 'insensitive' as const } } : {}
  return withTenant(ctx.ref, async (db) => {
    const total = await db.mediaItem.count({ where })
    const rows = await db.mediaItem.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mediaPerPage,
      skip: (input.page - 1) * mediaPerPage,
    })
    return { items: rows.map(mediaItemView), total, page: input.page, pageCount: Math.max(1, Math.ceil(total / mediaPerPage)) }
  })
}

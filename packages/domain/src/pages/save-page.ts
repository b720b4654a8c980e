import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { invalid } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { blocksSchema, referencesOf } from './blocks.ts'
import { titleSchema } from './create-page.ts'
import { pageCollision } from './page-collision.ts'
import { type PageState, pageState } from './page-state.ts'
import { trimRevisions } from './trim-revisions.ts'

export const savePageSchema = z.object({
  pageId: z.uuid(),
  expectedVersion: z.number().int().positive(),
  title: titleSchema,
  blocks: blocksSchema,
})

/**
 * Keeps what the editor shows, without publishing it, and a revision of it to go back to.
 * Throws `conflict` (collision), `invalid` for a picture or mix that is not the tenant's, `not_found`, `forbidden`.
 */
export async function savePage(given: TenantContext, input: z.output<typeof savePageSchema>): Promise<PageState> {
  const ctx = requirePermission(given, 'pages.edit')
  const { pageId, expectedVersion, title, blocks } = input
  const { mediaIds, mixIds } = referencesOf(blocks)
  return withTenant(ctx.ref, async (db) => {
    if ((await db.mediaItem.count({ where: { id: { in: mediaIds } } })) !== mediaIds.length) throw invalid({ blocks: 'media.unknown' })
    if ((await db.mix.count({ where: { id: { in: mixIds } } })) !== mixIds.length) throw invalid({ blocks: 'mix.unknown' })
    const { count } = await db.page.updateMany({
      where: { id: pageId, version: expectedVersion },
      data: { title, blocks, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return pageCollision(db, pageId)
    const version = expectedVersion + 1
    await db.pageRevision.create({ data: { pageId, version, title, blocks, authorId: ctx.actor.accountId } })
    await trimRevisions(db, pageId, version)
    return pageState(await db.page.findFirstOrThrow({ where: { id: pageId } }))
  })
}

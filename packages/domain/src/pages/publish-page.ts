import { Prisma, raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { pageCollision } from './page-collision.ts'
import { type PageState, pageState } from './page-state.ts'

export const pagePublicationSchema = z.object({ pageId: z.uuid(), expectedVersion: z.number().int().positive() })

/** Shows fans what the editor shows, at once. Throws `conflict` (collision), `not_found`, `forbidden`. */
export async function publishPage(given: TenantContext, input: z.output<typeof pagePublicationSchema>): Promise<PageState> {
  const ctx = requirePermission(given, 'pages.publish')
  return withTenant(ctx.ref, async (db) => {
    const before = await db.page.findFirst({ where: { id: input.pageId, version: input.expectedVersion } })
    if (!before) return pageCollision(db, input.pageId)
    if (before.kind === 'legal') requirePermission(ctx, 'legal.edit')
    const row = await db.page.update({
      where: db.key(input.pageId),
      data: {
        publishedTitle: before.title as Prisma.InputJsonValue,
        publishedBlocks: before.blocks as Prisma.InputJsonValue,
        publishedAt: ctx.now(),
      },
    })
    await recordAudit(db, ctx, {
      action: 'page.published',
      subjectKind: 'page',
      subjectId: row.id,
      data: { slug: row.slug, version: row.version },
    })
    await raiseRevision(db)
    return pageState(row)
  })
}

/** Takes the page off the site; the draft stays. Throws as publishPage. */
export async function unpublishPage(given: TenantContext, input: z.output<typeof pagePublicationSchema>): Promise<PageState> {
  const ctx = requirePermission(given, 'pages.publish')
  return withTenant(ctx.ref, async (db) => {
    const before = await db.page.findFirst({ where: { id: input.pageId, version: input.expectedVersion } })
    if (!before) return pageCollision(db, input.pageId)
    if (before.kind === 'legal') requirePermission(ctx, 'legal.edit')
    const row = await db.page.update({
      where: db.key(input.pageId),
      data: { publishedTitle: Prisma.DbNull, publishedBlocks: Prisma.DbNull, publishedAt: null },
    })
    await recordAudit(db, ctx, { action: 'page.unpublished', subjectKind: 'page', subjectId: row.id, data: { slug: row.slug } })
    await raiseRevision(db)
    return pageState(row)
  })
}

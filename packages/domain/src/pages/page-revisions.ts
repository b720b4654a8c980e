import { type Prisma, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import type { pageIdSchema } from './get-page.ts'
import { pageCollision } from './page-collision.ts'
import { type PageState, pageState } from './page-state.ts'

export interface PageRevisionView {
  id: string
  version: number
  createdAt: Date
  authorName: string | null
}

/** What the page was before, newest first, the last two hundred. Throws `not_found`. */
export async function listPageRevisions(ctx: TenantContext, input: z.output<typeof pageIdSchema>): Promise<PageRevisionView[]> {
  requirePermission(ctx, 'pages.edit')
  return withTenant(ctx.ref, async (db) => {
    if ((await db.page.count({ where: { id: input.pageId } })) === 0) throw notFound()
    const rows = await db.pageRevision.findMany({
      where: { pageId: input.pageId },
      orderBy: { version: 'desc' },
      take: 200,
      select: { id: true, version: true, createdAt: true, authorId: true },
    })
    const authors = await db.account.findMany({
      where: { id: { in: rows.flatMap((row) => row.authorId ?? []) } },
      select: { id: true, name: true },
    })
    const names = new Map(authors.map((author) => [author.id, author.name]))
    return rows.map(({ authorId, ...row }) => ({ ...row, authorName: authorId ? (names.get(authorId) ?? null) : null }))
  })
}

export const restorePageRevisionSchema = z.object({ pageId: z.uuid(), revisionId: z.uuid(), expectedVersion: z.number().int().positive() })

/** Takes an earlier revision back as the draft; it becomes the newest revision, so that this too can be undone. Throws `not_found`, `conflict`. */
export async function restorePageRevision(given: TenantContext, input: z.output<typeof restorePageRevisionSchema>): Promise<PageState> {
  const ctx = requirePermission(given, 'pages.edit')
  return withTenant(ctx.ref, async (db) => {
    const revision = await db.pageRevision.findFirst({ where: { id: input.revisionId, pageId: input.pageId } })
    if (!revision) throw notFound()
    const content = { title: revision.title as Prisma.InputJsonValue, blocks: revision.blocks as Prisma.InputJsonValue }
    const { count } = await db.page.updateMany({
      where: { id: input.pageId, version: input.expectedVersion },
      data: { ...content, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return pageCollision(db, input.pageId)
    await db.pageRevision.create({
      data: { pageId: input.pageId, version: input.expectedVersion + 1, ...content, authorId: ctx.actor.accountId },
    })
    await recordAudit(db, ctx, {
      action: 'page.revisionRestored',
      subjectKind: 'page',
      subjectId: input.pageId,
      data: { from: revision.version },
    })
    return pageState(await db.page.findFirstOrThrow({ where: { id: input.pageId } }))
  })
}

import { type Prisma, type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import type { pageIdSchema } from './get-page.ts'
import { pageCollision } from './page-collision.ts'
import { type PageState, pageState } from './page-state.ts'
import { stepsOf } from './page-steps.ts'
import { trimRevisions } from './trim-revisions.ts'

const readSteps = async (db: TenantDb, pageId: string) =>
  stepsOf(await db.pageRevision.findMany({ where: { pageId }, orderBy: { version: 'asc' }, select: { version: true, stepTo: true } }))

/** How many steps back and forth there are from what the editor shows. Throws `not_found`, `forbidden`. */
export async function countPageSteps(ctx: TenantContext, input: z.output<typeof pageIdSchema>): Promise<{ undo: number; redo: number }> {
  requirePermission(ctx, 'pages.edit')
  return withTenant(ctx.ref, async (db) => {
    if ((await db.page.count({ where: { id: input.pageId } })) === 0) throw notFound()
    const { undo, redo } = await readSteps(db, input.pageId)
    return { undo: undo.length, redo: redo.length }
  })
}

export const stepPageSchema = z.object({
  pageId: z.uuid(),
  expectedVersion: z.number().int().positive(),
  direction: z.enum(['undo', 'redo']),
})

/**
 * One step back or forth through what the page was; at an end the page stays as it is. A step is a revision too, so two editors collide
 * over it as over any other change, and nobody's words are lost by it. Throws `conflict` (collision), `not_found`, `forbidden`.
 */
export async function stepPage(given: TenantContext, input: z.output<typeof stepPageSchema>): Promise<PageState> {
  const ctx = requirePermission(given, 'pages.edit')
  const { pageId, expectedVersion, direction } = input
  return withTenant(ctx.ref, async (db) => {
    const page = await db.page.findFirst({ where: { id: pageId, version: expectedVersion } })
    if (!page) return pageCollision(db, pageId)
    const [stepTo] = (await readSteps(db, pageId))[direction]
    const target = stepTo === undefined ? null : await db.pageRevision.findFirst({ where: { pageId, version: stepTo } })
    if (!target) return pageState(page)
    const content = { title: target.title as Prisma.InputJsonValue, blocks: target.blocks as Prisma.InputJsonValue }
    const { count } = await db.page.updateMany({
      where: { id: pageId, version: expectedVersion },
      data: { ...content, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return pageCollision(db, pageId)
    const version = expectedVersion + 1
    await db.pageRevision.create({ data: { pageId, version, ...content, authorId: ctx.actor.accountId, stepTo: target.version } })
    await trimRevisions(db, pageId, version)
    return pageState(await db.page.findFirstOrThrow({ where: { id: pageId } }))
  })
}

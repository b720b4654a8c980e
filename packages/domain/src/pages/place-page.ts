import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { pageCollision } from './page-collision.ts'
import { type PageState, pageState } from './page-state.ts'

export const placePageSchema = z.object({
  pageId: z.uuid(),
  inNavigation: z.boolean(),
  position: z.number().int().min(0).max(1_000),
})

/** Where the page stands in the navigation, or that it does not. Throws `not_found`, `forbidden`. */
export async function placePage(given: TenantContext, input: z.output<typeof placePageSchema>): Promise<PageState> {
  const ctx = requirePermission(given, 'pages.publish')
  return withTenant(ctx.ref, async (db) => {
    const { count } = await db.page.updateMany({
      where: { id: input.pageId },
      data: { inNavigation: input.inNavigation, position: input.position },
    })
    if (count === 0) return pageCollision(db, input.pageId)
    await recordAudit(db, ctx, {
      action: 'page.placed',
      subjectKind: 'page',
      subjectId: input.pageId,
      data: { inNavigation: input.inNavigation, position: input.position },
    })
    await raiseRevision(db)
    return pageState(await db.page.findFirstOrThrow({ where: { id: input.pageId } }))
  })
}

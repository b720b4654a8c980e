import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type PageState, pageState } from './page-state.ts'

export const pageIdSchema = z.object({ pageId: z.uuid() })

/** One page with its draft, for the editor. Throws `not_found`. */
export async function requirePage(ctx: TenantContext, input: z.output<typeof pageIdSchema>): Promise<PageState> {
  requirePermission(ctx, 'pages.edit')
  const row = await withTenant(ctx.ref, (db) => db.page.findFirst({ where: { id: input.pageId } }))
  if (!row) throw notFound()
  return pageState(row)
}

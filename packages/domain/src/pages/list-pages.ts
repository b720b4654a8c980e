import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type PageState, pageState } from './page-state.ts'

/** Every page of the site, in the order of the navigation. */
export async function listPages(ctx: TenantContext): Promise<PageState[]> {
  requirePermission(ctx, 'pages.edit')
  const rows = await withTenant(ctx.ref, (db) =>
    db.page.findMany({ orderBy: [{ kind: 'asc' }, { position: 'asc' }, { createdAt: 'asc' }] }),
  )
  return rows.map(pageState)
}

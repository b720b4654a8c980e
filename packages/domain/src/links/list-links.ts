import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type LinkState, linkState } from './link-state.ts'

/** Every link in its order, those that fans don't see too. Throws `forbidden`. */
export async function listLinks(ctx: TenantContext): Promise<LinkState[]> {
  requirePermission(ctx, 'links.edit')
  const rows = await withTenant(ctx.ref, (db) => db.link.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] }))
  return rows.map(linkState)
}

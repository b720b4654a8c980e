import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type LinkState, linkState } from './link-state.ts'

export const linkIdSchema = z.object({ linkId: z.uuid() })

/** One link, shown or hidden, for its editor. Throws `not_found`, `forbidden`. */
export async function requireLink(ctx: TenantContext, input: z.output<typeof linkIdSchema>): Promise<LinkState> {
  requirePermission(ctx, 'links.edit')
  const row = await withTenant(ctx.ref, (db) => db.link.findFirst({ where: { id: input.linkId } }))
  if (!row) throw notFound()
  return linkState(row)
}

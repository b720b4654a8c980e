import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type BrandState, readBrandState } from './brand-state.ts'

/** The brand with its draft, for the editor. Throws `unauthenticated`, `forbidden`, `not_found`. */
export async function getBrand(ctx: TenantContext): Promise<BrandState> {
  requirePermission(ctx, 'brand.edit')
  return withTenant(ctx.ref, readBrandState)
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import { notFound } from '../../errors/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { type MixState, mixState } from './mix-state.ts'

export const mixIdSchema = z.object({ mixId: z.uuid() })

/** One mix, published or not, for its editor. Throws `not_found`, `forbidden`. */
export async function requireEditedMix(ctx: TenantContext, input: z.output<typeof mixIdSchema>): Promise<MixState> {
  requirePermission(ctx, 'catalogue.edit')
  const row = await withTenant(ctx.ref, (db) => db.mix.findFirst({ where: { id: input.mixId } }))
  if (!row) throw notFound()
  return mixState(row)
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'

export const soundPresetIdSchema = z.object({ id: z.uuid() })

/** Throws `unauthenticated`, `not_found`. */
export async function deleteSoundPreset(given: TenantContext, input: z.output<typeof soundPresetIdSchema>): Promise<void> {
  const { ref, actor } = requireAccount(given)
  const { count } = await withTenant(ref, (db) => db.soundPreset.deleteMany({ where: { id: input.id, accountId: actor.accountId } }))
  if (count === 0) throw notFound()
}

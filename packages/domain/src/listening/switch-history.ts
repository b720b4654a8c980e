import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'

export const switchHistorySchema = z.object({ on: z.enum(['true', 'false']).transform((value) => value === 'true') })

/** Whether a history is kept from now on. What there is stays until it is deleted. Throws `unauthenticated`. */
export async function switchHistory(given: TenantContext, input: z.output<typeof switchHistorySchema>): Promise<void> {
  const { ref, actor } = requireAccount(given)
  await withTenant(ref, (db) => db.account.update({ where: db.key(actor.accountId), data: { historyOff: !input.on } }))
}

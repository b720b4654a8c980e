import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'

/** One entry; without an id all of it. */
export const forgetHistorySchema = z.object({ id: z.uuid().optional() })

/** Deletes from the account's history, with where it left off in what was deleted. What is gone is gone: no error. Throws `unauthenticated`. */
export async function forgetHistory(given: TenantContext, input: z.output<typeof forgetHistorySchema>): Promise<void> {
  const { ref, actor } = requireAccount(given)
  const { accountId } = actor
  await withTenant(ref, async (db) => {
    const where = { accountId, ...(input.id ? { id: input.id } : {}) }
    const mixes = input.id ? await db.listeningEntry.findMany({ where, select: { mixId: true } }) : null
    await db.listeningEntry.deleteMany({ where })
    await db.listeningPosition.deleteMany({ where: { accountId, ...(mixes ? { mixId: { in: mixes.map(({ mixId }) => mixId) } } : {}) } })
  })
}

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import { yesOrNo } from './yes-or-no.ts'

export const changeFollowSchema = z.object({ following: yesOrNo })

/** Follows the DJ whose site this is, or no longer does. Said twice it is the same. Throws `unauthenticated`. */
export async function changeFollow(given: TenantContext, input: z.output<typeof changeFollowSchema>): Promise<void> {
  const { ref, actor, now } = requireAccount(given)
  const { accountId } = actor
  await withTenant(ref, async (db) => {
    if (input.following) {
      await db.$executeRaw`insert into follow (account_id, created_at) values (${accountId}::uuid, ${now()})
        on conflict (tenant_id, account_id) do nothing`
    } else await db.follow.deleteMany({ where: { accountId } })
  })
}

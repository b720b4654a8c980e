import { withTenant } from '@residency/db'
import type { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import { heardMixSchema, requireHeardMix } from './heard-mix.ts'
import { yesOrNo } from './yes-or-no.ts'

export const changeLikeSchema = heardMixSchema.extend({ liked: yesOrNo })

/** Likes a mix, or no longer does. Said twice it is the same. Throws `unauthenticated`, `not_found`, `conflict` (it can't be heard). */
export async function changeLike(given: TenantContext, input: z.output<typeof changeLikeSchema>): Promise<void> {
  const ctx = requireAccount(given)
  const { accountId } = ctx.actor
  const { mixId, liked } = input
  await requireHeardMix(ctx, input)
  await withTenant(ctx.ref, async (db) => {
    if (liked) {
      // The mix may have been deleted since it was looked at.
      await db.$executeRaw`insert into mix_like (account_id, mix_id, created_at) select ${accountId}::uuid, m.id, ${ctx.now()} from mix m
        where m.id = ${mixId}::uuid on conflict (tenant_id, account_id, mix_id) do nothing`
    } else await db.mixLike.deleteMany({ where: { accountId, mixId } })
  })
}

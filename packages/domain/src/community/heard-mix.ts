import { z } from 'zod'
import { getStanding } from '../access/index.ts'
import type { AccountContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { hashToken } from '../secrets/index.ts'

export const heardMixSchema = z.object({
  mixId: z.uuid(),
  /** Token of a listen link, for an unlisted mix. */
  link: z.string().max(100).nullable().default(null),
})

/** Whoever says something of a mix must be able to hear it. Throws `not_found` (also for what is hidden from them), `conflict`. */
export async function requireHeardMix(ctx: AccountContext, { mixId, link }: z.output<typeof heardMixSchema>): Promise<void> {
  const standing = await getStanding(ctx.ref, { mixId, accountId: ctx.actor.accountId, linkHash: link ? hashToken(link) : null })
  if (!standing || (!standing.open && standing.reason === 'hidden')) throw notFound()
  if (!standing.open) throw conflict('comment.notHeard')
}

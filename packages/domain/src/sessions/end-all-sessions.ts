import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import { endSessionsOf } from './open-session.ts'

export const endAllSessionsSchema = z.object({
  /** False signs out this browser as well. */
  keepThis: z.boolean(),
})

/** Signs the person out everywhere. Returns how many sessions ended. Throws `unauthenticated`. */
export async function endAllSessions(ctx: TenantContext, input: z.input<typeof endAllSessionsSchema>): Promise<number> {
  const own = requireAccount(ctx)
  const { keepThis } = endAllSessionsSchema.parse(input)
  return withTenant(own.ref, async (db) => {
    const count = await endSessionsOf(db, own.actor.accountId, keepThis ? own.actor.sessionId : undefined)
    await recordAudit(db, own, {
      action: 'account.signedOutEverywhere',
      subjectKind: 'account',
      subjectId: own.actor.accountId,
      data: { sessions: count, keptThis: keepThis },
    })
    return count
  })
}

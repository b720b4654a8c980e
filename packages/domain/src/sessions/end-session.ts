import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { describeDevice } from './describe-device.ts'

export const endSessionSchema = z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) })

/** Signs out one of the person's own sessions, this one or another. Throws `unauthenticated`, `not_found`. */
export async function endSession(ctx: TenantContext, input: z.input<typeof endSessionSchema>): Promise<void> {
  const own = requireAccount(ctx)
  const { sessionId } = endSessionSchema.parse(input)
  await withTenant(own.ref, async (db) => {
    const session = await db.session.findFirst({ where: { id: sessionId, accountId: own.actor.accountId } })
    if (!session) throw notFound()
    await db.session.delete({ where: db.key(session.id) })
    await recordAudit(db, own, {
      action: 'account.signedOut',
      subjectKind: 'account',
      subjectId: own.actor.accountId,
      data: { here: session.id === own.actor.sessionId, device: { ...describeDevice(session.userAgent) } },
    })
  })
}

import { withPlatform } from '@residency/db/platform'
import { hashToken } from '../secrets/index.ts'
import type { OperatorSessionFacts } from './operator-session.ts'

/** Whose session a cookie's token is, or null. A read: nothing is extended by looking. */
export async function validateOperatorSession(unverifiedToken: string, now: Date): Promise<OperatorSessionFacts | null> {
  if (unverifiedToken === '') return null
  const row = await withPlatform((db) =>
    db.operatorSession.findFirst({ where: { id: hashToken(unverifiedToken), expiresAt: { gt: now } }, include: { operator: true } }),
  )
  if (!row) return null
  const { operator } = row
  return {
    operatorId: operator.id,
    name: operator.name,
    email: operator.email,
    sessionId: row.id,
    mustEnrol: operator.totpConfirmedAt === null,
    isComplete: operator.totpConfirmedAt !== null && row.secondFactorAt !== null,
  }
}

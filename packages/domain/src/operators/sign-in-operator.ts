import { withPlatform } from '@residency/db/platform'
import { z } from 'zod'
import { tooMany } from '../errors/index.ts'
import { lockOutMs, passwordMatches } from '../identity/index.ts'
import { type OperatorRequest, openOperatorSession, refused } from './operator-session.ts'

export const signInOperatorSchema = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().min(1).max(1_000) })

/**
 * First of two steps: the password. Returns the token of a session that may do nothing yet but give, or set up, the second factor.
 * An unknown address and a wrong password get the same answer after the same work. Wrong tries are counted on the operator, in Postgres,
 * before the password is hashed. Throws `invalid`, `too_many`.
 */
export async function signInOperator(request: OperatorRequest, input: z.output<typeof signInOperatorSchema>): Promise<string> {
  const now = request.now()
  const operator = await withPlatform(async (db) => {
    const found = await db.operator.findFirst({ where: { email: input.email } })
    if (found?.lockedUntil && found.lockedUntil > now) throw tooMany(found.lockedUntil.getTime() - now.getTime())
    const failures = (found?.failedSignIns ?? 0) + 1
    const rest = lockOutMs(failures)
    // Counted as failed until it is shown to be right, so that tries at the same moment don't slip through together.
    await db.operator.updateMany({
      where: { email: input.email },
      data: { failedSignIns: { increment: 1 }, lockedUntil: rest > 0 ? new Date(now.getTime() + rest) : null },
    })
    return found
  })
  const matches = await passwordMatches(operator?.passwordHash ?? null, input.password)
  if (!operator || !matches) throw refused()
  return withPlatform((db) => openOperatorSession(db, request, operator.id))
}

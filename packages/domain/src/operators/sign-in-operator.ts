import { withPlatform } from '@residency/db/platform'
import { z } from 'zod'
import { lockOutMs, passwordMatches, rememberedMs } from '../identity/index.ts'
import { tellOperatorDaily } from './operator-mail.ts'
import { type OperatorRequest, openOperatorSession, refused } from './operator-session.ts'

export const signInOperatorSchema = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().min(1).max(1_000) })

/**
 * First of two steps: the password. Returns the token of a session that may do nothing yet but give, or set up, the second factor.
 * An unknown address, a wrong password and an operator who rests get the same answer after the same work: only an operator can rest,
 * so saying it would say who is one. Wrong tries are counted on the operator, in Postgres, before the password is hashed, and forgotten a day
 * after the last. Throws `invalid`.
 */
export async function signInOperator(request: OperatorRequest, input: z.output<typeof signInOperatorSchema>): Promise<string> {
  const now = request.now()
  const operator = await withPlatform(async (db) => {
    const found = await db.operator.findFirst({ where: { email: input.email } })
    const before = found?.failedSignIns ?? 0
    const isForgotten = !found?.lockedUntil || found.lockedUntil.getTime() < now.getTime() - rememberedMs
    const failures = isForgotten ? 1 : before + 1
    // Counted as failed until it is shown to be right. Of tries at the same moment one goes through: the others find another count.
    const { count } = await db.operator.updateMany({
      where: { email: input.email, failedSignIns: before, OR: [{ lockedUntil: null }, { lockedUntil: { lte: now } }] },
      // Without a rest it ends at once; it says when the last try was all the same.
      data: { failedSignIns: failures, lockedUntil: new Date(now.getTime() + lockOutMs(failures)) },
    })
    return count === 1 ? found : null
  })
  const matches = await passwordMatches(operator?.passwordHash ?? null, input.password)
  if (operator && !matches) tellOfTries(request, operator)
  if (!operator || !matches) throw refused()
  return withPlatform((db) => openOperatorSession(db, request, operator.id))
}

/** Not waited for: who tries must not learn from the time it takes that there is somebody to tell. */
function tellOfTries(request: OperatorRequest, operator: { id: string; email: string; name: string; locale: string | null }): void {
  void withPlatform(async (db) => {
    const { lockedUntil } = await db.operator.findFirstOrThrow({ where: { id: operator.id } })
    if (!lockedUntil || lockedUntil <= request.now()) return
    await tellOperatorDaily(db, request, operator, 'operatorTries', { until: lockedUntil.toISOString() })
  }).catch((error: unknown) => request.log.error({ err: error }, 'an operator could not be told of tries'))
}

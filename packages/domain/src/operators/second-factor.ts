import { type PlatformDb, withPlatform } from '@residency/db/platform'
import { z } from 'zod'
import { AppError, unauthenticated } from '../errors/index.ts'
import {
  lockOutMs,
  looksLikeRecoveryCode,
  matchingStep,
  newRecoveryCodes,
  newTotpSecret,
  readableSecret,
  recoveryHash,
  totpUri,
} from '../identity/index.ts'
import { decryptField, encryptField } from '../secrets/index.ts'
import { describeDevice } from '../sessions/index.ts'
import { tellOperator, tellOperatorDaily } from './operator-mail.ts'
import type { OperatorRequest, OperatorSessionFacts } from './operator-session.ts'

const purpose = 'operator.totp'
const wrongCode = (): AppError => new AppError('invalid', { messageKey: 'account.codeWrong', fields: { code: 'account.codeWrong' } })

export const operatorCodeSchema = z.object({ code: z.string().trim().min(6).max(40) })

/** The secret to put into an app, made once and kept until it is confirmed. Only for who has none yet. Throws `unauthenticated`. */
export async function beginOperatorEnrolment(session: OperatorSessionFacts): Promise<{ secret: string; uri: string }> {
  if (!session.mustEnrol) throw unauthenticated()
  return withPlatform(async (db) => {
    const operator = await db.operator.findFirstOrThrow({ where: { id: session.operatorId } })
    const secret = operator.totpSecret ? decryptField(operator.totpSecret, purpose) : newTotpSecret()
    if (!operator.totpSecret) await db.operator.update({ where: { id: operator.id }, data: { totpSecret: encryptField(secret, purpose) } })
    return { secret: readableSecret(secret), uri: totpUri(secret, 'Console', operator.email) }
  })
}

/**
 * The second of two steps: a code of the app, or a recovery code. The first right code also confirms an enrolment, and returns ten recovery codes,
 * shown this once. A code is good once. Throws `invalid`, `too_many`.
 */
export async function passOperatorSecondFactor(
  session: OperatorSessionFacts,
  request: OperatorRequest,
  input: z.output<typeof operatorCodeSchema>,
): Promise<{ recoveryCodes: string[] | null }> {
  const now = request.now()
  const { operatorId, sessionId } = session
  const byRecovery = looksLikeRecoveryCode(input.code) && !session.mustEnrol
  const passed = await withPlatform(async (db) => {
    const operator = await db.operator.findFirstOrThrow({ where: { id: operatorId } })
    if (byRecovery) {
      const codeHash = recoveryHash(operatorId, input.code)
      const { count } = await db.operatorRecoveryCode.updateMany({ where: { operatorId, codeHash, usedAt: null }, data: { usedAt: now } })
      return count === 1
    }
    if (!operator.totpSecret) return false
    const step = matchingStep(decryptField(operator.totpSecret, purpose), input.code.replace(/\s/g, ''), operator.totpLastStep, now)
    if (step === null) return false
    const { count } = await db.operator.updateMany({
      where: { id: operatorId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
      data: { totpLastStep: step },
    })
    return count === 1
  })
  if (!passed) {
    // A wrong code counts like a wrong password; enough of them end the session and make the operator rest.
    await withPlatform(async (db) => {
      const { failedSignIns } = await db.operator.update({ where: { id: operatorId }, data: { failedSignIns: { increment: 1 } } })
      const rest = lockOutMs(failedSignIns)
      if (rest === 0) return
      const until = new Date(now.getTime() + rest)
      const operator = await db.operator.update({ where: { id: operatorId }, data: { lockedUntil: until } })
      await tellOperatorDaily(db, request, operator, 'operatorCodeTries', { until: until.toISOString() })
      await db.operatorSession.deleteMany({ where: { id: sessionId } })
    })
    throw wrongCode()
  }
  const recoveryCodes = session.mustEnrol ? newRecoveryCodes() : null
  await withPlatform(async (db) => {
    const operator = await db.operator.update({
      where: { id: operatorId },
      data: { failedSignIns: 0, lockedUntil: null, locale: request.locale, ...(recoveryCodes ? { totpConfirmedAt: now } : {}) },
    })
    const { browser, system } = describeDevice(request.userAgent)
    const seen = { browser, system, network: request.ipPrefix }
    if (recoveryCodes) await tellOperator(db, request, operator, 'operatorFactorOn')
    else if (!(await wasSeen(db, operatorId, seen))) await tellOperator(db, request, operator, 'operatorSignIn', seen)
    if (byRecovery) {
      const left = await db.operatorRecoveryCode.count({ where: { operatorId, usedAt: null } })
      await tellOperator(db, request, operator, 'operatorRecoveryUsed', { left })
    }
    if (recoveryCodes) {
      await db.operatorRecoveryCode.deleteMany({ where: { operatorId } })
      await db.operatorRecoveryCode.createMany({
        data: recoveryCodes.map((code) => ({ operatorId, codeHash: recoveryHash(operatorId, code) })),
      })
    }
    await db.operatorSession.update({ where: { id: sessionId }, data: { secondFactorAt: now } })
    await db.operatorAudit.create({
      data: {
        operatorId,
        action: recoveryCodes ? 'operator.enrolled' : 'operator.signedIn',
        reason: 'sign-in',
        data: seen,
        requestId: request.requestId,
        at: now,
      },
    })
  })
  return { recoveryCodes }
}

const seenSchema = z.object({ browser: z.string().nullable(), system: z.string().nullable(), network: z.string().nullable() })

/** Whether a sign-in like this is among the last fifty: the same browser, system and network. */
async function wasSeen(db: PlatformDb, operatorId: string, seen: z.output<typeof seenSchema>): Promise<boolean> {
  const before = await db.operatorAudit.findMany({
    where: { operatorId, action: { in: ['operator.signedIn', 'operator.enrolled'] } },
    orderBy: { at: 'desc' },
    take: 50,
    select: { data: true },
  })
  return before.some(({ data }) => {
    const known = seenSchema.safeParse(data).data
    return known?.browser === seen.browser && known.system === seen.system && known.network === seen.network
  })
}

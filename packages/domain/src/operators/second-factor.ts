import { withPlatform } from '@residency/db/platform'
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
  const passed = await withPlatform(async (db) => {
    const operator = await db.operator.findFirstOrThrow({ where: { id: operatorId } })
    if (looksLikeRecoveryCode(input.code) && !session.mustEnrol) {
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
      await db.operator.update({ where: { id: operatorId }, data: { lockedUntil: new Date(now.getTime() + rest) } })
      await db.operatorSession.deleteMany({ where: { id: sessionId } })
    })
    throw wrongCode()
  }
  const recoveryCodes = session.mustEnrol ? newRecoveryCodes() : null
  await withPlatform(async (db) => {
    await db.operator.update({
      where: { id: operatorId },
      data: { failedSignIns: 0, lockedUntil: null, ...(recoveryCodes ? { totpConfirmedAt: now } : {}) },
    })
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
        requestId: request.requestId,
        at: now,
      },
    })
  })
  return { recoveryCodes }
}

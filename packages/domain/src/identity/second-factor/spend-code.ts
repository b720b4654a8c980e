import type { TenantDb } from '@residency/db'
import type { TenantContext } from '../../context/index.ts'
import { decryptField, encryptField, needsRotation } from '../../secrets/index.ts'
import { looksLikeRecoveryCode, recoveryHash } from './recovery-codes.ts'
import { matchingStep } from './totp.ts'

export const totpPurpose = 'account.totp'

interface Owner {
  id: string
  totpSecret: string | null
  totpLastStep: number | null
}

/** Uses a code up: of the app (each good once), or a recovery code. Null when it is neither, or was used before. */
export async function spendCode(
  db: TenantDb,
  ctx: TenantContext,
  owner: Owner,
  unverifiedCode: string,
): Promise<'app' | 'recovery' | null> {
  if (looksLikeRecoveryCode(unverifiedCode)) {
    const codeHash = recoveryHash(owner.id, unverifiedCode)
    const { count } = await db.recoveryCode.updateMany({
      where: { accountId: owner.id, codeHash, usedAt: null },
      data: { usedAt: ctx.now() },
    })
    return count === 1 ? 'recovery' : null
  }
  if (!owner.totpSecret) return null
  const code = unverifiedCode.replace(/\s/g, '')
  const secret = decryptField(owner.totpSecret, totpPurpose)
  const step = matchingStep(secret, code, owner.totpLastStep, ctx.now())
  if (step === null) return null
  // The condition decides between two requests with the same code.
  const { count } = await db.account.updateMany({
    where: { id: owner.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    // A secret under an older key moves to the present one when it is at hand.
    data: { totpLastStep: step, ...(needsRotation(owner.totpSecret) ? { totpSecret: encryptField(secret, totpPurpose) } : {}) },
  })
  return count === 1 ? 'app' : null
}

import type { TenantDb } from '@residency/db'
import { newRecoveryCodes, recoveryHash } from './second-factor/index.ts'

/** Makes every recovery code there was worthless and returns ten new ones, of which only hashes are kept. */
export async function replaceRecoveryCodes(db: TenantDb, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await db.recoveryCode.deleteMany({ where: { accountId } })
  await db.recoveryCode.createMany({ data: codes.map((code) => ({ accountId, codeHash: recoveryHash(accountId, code) })) })
  return codes
}

import type { TenantDb } from '@residency/db'
import type { AccountContext } from '../context/index.ts'

/** Rises with the wording (studioMixes, `rights.*`): each declaration says which text was agreed to. */
export const rightsTextVersion = '2026-11'

/**
 * Notes that the DJ said they may publish this recording, in the transaction that publishes it. A declaration is never changed: publishing
 * again makes another.
 */
export async function declareRights(
  db: TenantDb,
  ctx: AccountContext,
  { mixId, recordingId }: { mixId: string; recordingId: string | null },
): Promise<void> {
  const { accountId, name } = ctx.actor
  await db.rightsDeclaration.create({
    data: { mixId, recordingId, accountId, accountName: name, version: rightsTextVersion, at: ctx.now() },
  })
}

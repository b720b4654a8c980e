import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import { type ConsentKind, consentKinds, recordConsent } from './record-consent.ts'

export interface ConsentView {
  kind: ConsentKind
  granted: boolean
  version: string
  at: Date
}

/** What the signed-in person agreed to and refused: the latest of each kind. Throws `unauthenticated`. */
export async function listMyConsents(ctx: TenantContext): Promise<ConsentView[]> {
  const { ref, actor } = requireAccount(ctx)
  const rows = await withTenant(ref, (db) =>
    db.consentRecord.findMany({ where: { accountId: actor.accountId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], distinct: ['kind'] }),
  )
  return consentKinds.flatMap((kind) => {
    const row = rows.find((each) => each.kind === kind)
    return row ? [{ kind, granted: row.granted, version: row.version, at: row.at }] : []
  })
}

export const changeConsentSchema = z.object({
  kind: z.enum(['marketing', 'analytics', 'media']),
  granted: z.boolean(),
  version: z.string().max(40).default('1'),
})

/** Agrees or takes agreement back, as easily as it was given. Throws `unauthenticated`. */
export async function changeConsent(given: TenantContext, input: z.output<typeof changeConsentSchema>): Promise<void> {
  const ctx = requireAccount(given)
  const { kind, granted, version } = input
  await withTenant(ctx.ref, async (db) => {
    await recordConsent(db, ctx, { accountId: ctx.actor.accountId, kind, granted, version })
    await recordAudit(db, ctx, {
      action: granted ? 'account.consentGiven' : 'account.consentWithdrawn',
      subjectKind: 'account',
      subjectId: ctx.actor.accountId,
      data: { kind, version },
    })
  })
}

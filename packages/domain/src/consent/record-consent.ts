import type { TenantDb } from '@residency/db'
import type { TenantContext } from '../context/index.ts'

export const consentKinds = ['terms', 'marketing', 'analytics', 'media'] as const
export type ConsentKind = (typeof consentKinds)[number]

export interface ConsentInput {
  accountId?: string | null
  /** Random, for a visitor without an account. */
  visitorId?: string | null
  kind: ConsentKind
  granted: boolean
  /** Which wording was agreed to, or refused. */
  version: string
  at?: Date
}

/** Adds a record in the caller's transaction. Records are proof: none is ever changed, the latest of a kind counts. */
export async function recordConsent(db: TenantDb, ctx: TenantContext, input: ConsentInput): Promise<void> {
  const { accountId = null, visitorId = null, at = ctx.now(), ...rest } = input
  await db.consentRecord.create({ data: { ...rest, accountId, visitorId, at } })
}

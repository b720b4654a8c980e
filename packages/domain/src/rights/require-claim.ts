import { type TakedownState, withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requireClaimId } from './claim-token.ts'

export const claimTokenSchema = z.object({ unverifiedToken: z.string().max(1_000) })

/** A claim as its claimant sees it. */
export interface ClaimView {
  title: string
  state: TakedownState
  reportedAt: Date
  work: string
  decidedAt: Date | null
  /** The desk's words. */
  decision: string | null
  counter: { name: string; statement: string; at: Date } | null
  /** The mix comes back then, unless they go on. */
  restoreAfter: Date | null
  continuedAt: Date | null
}

/** The claim of whoever holds a letter's token. Throws `not_found`. */
export async function requireClaim(ctx: TenantContext, input: z.output<typeof claimTokenSchema>): Promise<ClaimView> {
  const id = requireClaimId(ctx, input.unverifiedToken)
  const row = await withTenant(ctx.ref, (db) => db.takedown.findFirst({ where: { id }, include: { mix: { select: { title: true } } } }))
  if (!row) throw notFound()
  const { state, reportedAt, work, decidedAt, decision, restoreAfter, continuedAt } = row
  const counter = row.counteredAt && { name: row.counterName ?? '', statement: row.counterStatement ?? '', at: row.counteredAt }
  return { title: row.mix.title, state, reportedAt, work, decidedAt, decision, counter, restoreAfter, continuedAt }
}

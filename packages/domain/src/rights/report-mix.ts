import { limits } from '@residency/config'
import { withTenant } from '@residency/db'
import { z } from 'zod'
import { getStanding } from '../access/index.ts'
import { recordAudit } from '../audit/index.ts'
import { momentSchema } from '../community/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound, tooMany } from '../errors/index.ts'
import { hashToken } from '../secrets/index.ts'
import { tellClaimant, tellDesk } from './letters.ts'

export const claimKinds = ['copyright', 'other'] as const

export const reportMixSchema = z.object({
  slug: z.string().max(120),
  /** Token of a listen link, for an unlisted mix. */
  link: z.string().max(100).nullable().default(null),
  kind: z.enum(claimKinds),
  name: z.string().trim().min(2, 'required').max(120, 'field.too_long'),
  email: z.email('field.email').trim().toLowerCase().max(254),
  /** Whose work, and which part of the mix. */
  work: z.string().trim().min(10, 'field.too_short').max(2_000, 'field.too_long'),
  statement: z.string().trim().min(10, 'field.too_short').max(4_000, 'field.too_long'),
  at: momentSchema,
  /** That it is true, and that they may speak for whose work it is. */
  sworn: z.literal(true, 'takedown.swear'),
})

const day = 24 * 3_600_000

/**
 * Claims that a mix may not be here. Needs no account. The claimant gets a receipt, the desk a letter; the same claim, sent again while it waits,
 * is the one that is there. Throws `not_found` (also for what is hidden from them), `too_many`.
 */
export async function reportMix(ctx: TenantContext, input: z.output<typeof reportMixSchema>): Promise<{ id: string }> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const { slug, link, kind, name, email, work, statement, at } = input
  const found = await withTenant(ctx.ref, (db) => db.mix.findFirst({ where: { slug }, select: { id: true } }))
  const mixId = found?.id ?? ''
  const standing = found && (await getStanding(ctx.ref, { mixId, accountId, linkHash: link ? hashToken(link) : null }))
  if (!standing || (!standing.open && standing.reason === 'hidden')) throw notFound()
  return withTenant(ctx.ref, async (db) => {
    await db.$executeRaw`select from mix where id = ${mixId}::uuid for update`
    const waiting = await db.takedown.findFirst({ where: { mixId, claimantEmail: email, state: 'reported' }, select: { id: true } })
    if (waiting) return waiting
    const since = { gt: new Date(ctx.now().getTime() - day) }
    const own = await db.takedown.count({ where: { claimantEmail: email, reportedAt: since } })
    const all = await db.takedown.count({ where: { reportedAt: since } })
    if (own >= limits.claimsPerAddressPerDay || all >= limits.claimsPerDay) throw tooMany(day, 'takedown.tooMany')
    const row = await db.takedown.create({
      data: {
        ...{ mixId, kind, claimantName: name, claimantEmail: email, claimantLocale: ctx.locale, work, statement },
        atMs: at > 0 ? at : null,
        reportedAt: ctx.now(),
      },
    })
    await recordAudit(db, ctx, { action: 'takedown.reported', subjectKind: 'takedown', subjectId: row.id, data: { mixId, kind } })
    await tellClaimant(db, ctx, row, 'claimReceived')
    await tellDesk(db, ctx, row, 'mixReported')
    return { id: row.id }
  })
}

import { withTenant } from '@residency/db'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, invalid, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'

export const grantMembershipSchema = z.object({
  email: z.email().max(254),
  tierId: z.uuid(),
  /** `2027-01-31`: it ends with this day in the tenant's zone; empty: when somebody ends it. */
  lastDay: z.preprocess((given) => (given === '' ? null : given), z.iso.date().nullable()).default(null),
  note: z.string().trim().max(300).default(''),
})

/**
 * Lets a fan in by hand. Again with another end replaces the one that was granted before; a membership that is paid is left alone.
 * Throws `forbidden`, `invalid` (nobody has this address; an end that is past), `not_found` (tier), `conflict` (tier is closed).
 */
export async function grantMembership(
  given: TenantContext,
  input: z.output<typeof grantMembershipSchema>,
): Promise<{ membershipId: string }> {
  const ctx = requirePermission(given, 'members.edit')
  const now = ctx.now()
  const endsAt = input.lastDay ? endOfDay(input.lastDay, ctx.tenant.timeZone) : null
  if (endsAt && endsAt <= now) throw invalid({ lastDay: 'membership.past' })
  return withTenant(ctx.ref, async (db) => {
    const account = await db.account.findFirst({ where: { email: input.email, emailVerifiedAt: { not: null } }, select: { id: true } })
    if (!account) throw invalid({ email: 'membership.nobody' })
    const tier = await db.tier.findUnique({ where: db.key(input.tierId), select: { archivedAt: true, slug: true } })
    if (!tier) throw notFound()
    if (tier.archivedAt) throw conflict('tier.closed')
    await db.membership.updateMany({
      where: { accountId: account.id, tierId: input.tierId, source: 'granted', endedAt: null },
      data: { endedAt: now },
    })
    const row = await db.membership.create({
      data: {
        accountId: account.id,
        tierId: input.tierId,
        source: 'granted',
        startsAt: now,
        endsAt,
        note: input.note,
        grantedBy: ctx.actor.accountId,
      },
    })
    await recordAudit(db, ctx, { action: 'membership.granted', subjectKind: 'account', subjectId: account.id, data: { tier: tier.slug } })
    return { membershipId: row.id }
  })
}

const endOfDay = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds)

import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'

export interface Member {
  membershipId: string
  accountId: string
  name: string
  email: string
  tier: { id: string; name: LocalizedText; rank: number }
  source: 'granted' | 'paid' | 'gift'
  startsAt: Date
  endsAt: Date | null
  note: string
}

export const membersPerPage = 50
export const listMembersSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  tier: z.uuid().or(z.literal('')).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

/** Who is in the fan club now, newest first. Throws `forbidden`. */
export async function listMembers(given: TenantContext, input: z.output<typeof listMembersSchema>) {
  const ctx = requirePermission(given, 'members.view')
  const now = ctx.now()
  const contains = { contains: input.q, mode: 'insensitive' as const }
  const where = {
    endedAt: null,
    ...(input.tier ? { tierId: input.tier } : {}),
    AND: [
      { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      ...(input.q ? [{ account: { OR: [{ name: contains }, { email: contains }] } }] : []),
    ],
  }
  return withTenant(ctx.ref, async (db) => {
    const total = await db.membership.count({ where })
    const rows = await db.membership.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (input.page - 1) * membersPerPage,
      take: membersPerPage,
      include: { account: { select: { name: true, email: true } }, tier: { select: { id: true, name: true, rank: true } } },
    })
    const members: Member[] = rows.map(({ id, accountId, account, tier, source, startsAt, endsAt, note }) => ({
      membershipId: id,
      accountId,
      name: account.name,
      email: account.email,
      tier: { ...tier, name: tier.name as LocalizedText },
      source,
      startsAt,
      endsAt,
      note,
    }))
    return { members, total, page: input.page, pageCount: Math.max(1, Math.ceil(total / membersPerPage)) }
  })
}

import { type TakedownState, withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { countStrikes, mostStrikes } from './strikes.ts'

export const claimShelves = ['open', 'closed', 'all'] as const
export const listTakedownsSchema = z.object({
  show: z.enum(claimShelves).catch('open').default('open'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

const perPage = 50
const states: Record<(typeof claimShelves)[number], TakedownState[]> = {
  open: ['reported', 'countered'],
  closed: ['upheld', 'rejected', 'restored'],
  all: ['reported', 'upheld', 'rejected', 'countered', 'restored'],
}

export interface TakedownSummary {
  id: string
  state: TakedownState
  kind: string
  title: string
  claimantName: string
  reportedAt: Date
  restoreAfter: Date | null
}

/** Claims, newest first, fifty a page; `strikes` of a year, and whether they are so many that the tenant is marked. Throws `forbidden`. */
export async function listTakedowns(given: TenantContext, input: z.output<typeof listTakedownsSchema>) {
  const ctx = requirePermission(given, 'takedowns.decide')
  const where = { state: { in: states[input.show] } }
  return withTenant(ctx.ref, async (db) => {
    const rows = await db.takedown.findMany({
      where,
      orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
      skip: (input.page - 1) * perPage,
      take: perPage,
      include: { mix: { select: { title: true } } },
    })
    const total = await db.takedown.count({ where })
    const strikes = await countStrikes(db, ctx)
    return {
      claims: rows.map(
        ({ id, state, kind, mix, claimantName, reportedAt, restoreAfter }): TakedownSummary => ({
          ...{ id, state, kind, title: mix.title, claimantName, reportedAt, restoreAfter },
        }),
      ),
      ...{ total, page: input.page, pageCount: Math.max(1, Math.ceil(total / perPage)) },
      ...{ strikes, isMarked: strikes >= mostStrikes },
    }
  })
}

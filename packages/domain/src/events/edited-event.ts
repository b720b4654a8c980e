import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type EventState, eventState } from './event-state.ts'

export const eventIdSchema = z.object({ eventId: z.uuid() })

/** One event, published or not, for its editor. Throws `not_found`, `forbidden`. */
export async function requireEditedEvent(ctx: TenantContext, input: z.output<typeof eventIdSchema>): Promise<EventState> {
  requirePermission(ctx, 'events.edit')
  const row = await withTenant(ctx.ref, (db) => db.event.findFirst({ where: { id: input.eventId } }))
  if (!row) throw notFound()
  return eventState(row, ctx.now())
}

const editedEventsPerPage = 50

export const listEditedEventsSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

/** Every event of the tenant, the latest first, found by title, venue or city. */
export async function listEditedEvents(
  ctx: TenantContext,
  input: z.output<typeof listEditedEventsSchema>,
): Promise<{ events: EventState[]; total: number; page: number; pageCount: number }> {
  requirePermission(ctx, 'events.edit')
  const contains = { contains: input.q, mode: 'insensitive' as const }
  const where = input.q ? { OR: [{ title: contains }, { venue: contains }, { city: contains }] } : {}
  return withTenant(ctx.ref, async (db) => {
    const total = await db.event.count({ where })
    const rows = await db.event.findMany({
      where,
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: editedEventsPerPage,
      skip: (input.page - 1) * editedEventsPerPage,
    })
    return {
      events: rows.map((row) => eventState(row, ctx.now())),
      total,
      page: input.page,
      pageCount: Math.max(1, Math.ceil(total / editedEventsPerPage)),
    }
  })
}

import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { moveSlug, slugSchema } from '../slugs/index.ts'
import { eventColumnsOf, eventFieldsSchema } from './event-fields.ts'
import { type EventState, eventCollision, eventState } from './event-state.ts'

export const updateEventSchema = z.object({
  eventId: z.uuid(),
  expectedVersion: z.number().int().positive(),
  fields: eventFieldsSchema,
  /** A new address; the old one leads to it. Left out: stays. */
  slug: slugSchema.optional(),
})

/** Changes an event; fans see it at once when it is published. Throws `conflict` (collision), `invalid`, `not_found`, `forbidden`. */
export async function updateEvent(given: TenantContext, input: z.output<typeof updateEventSchema>): Promise<EventState> {
  const ctx = requirePermission(given, 'events.edit')
  const { eventId, expectedVersion, fields, slug } = input
  return withTenant(ctx.ref, async (db) => {
    const before = await db.event.findFirst({ where: { id: eventId, version: expectedVersion } })
    if (!before) return eventCollision(db, eventId)
    const columns = await eventColumnsOf(db, fields)
    const { count } = await db.event.updateMany({
      where: { id: eventId, version: expectedVersion },
      data: { ...columns, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return eventCollision(db, eventId)
    if (slug !== undefined) await moveSlug(db, ctx, { kind: 'event', id: eventId, slug })
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => !same(columns[name], before[name]))
    await recordAudit(db, ctx, {
      action: 'event.changed',
      subjectKind: 'event',
      subjectId: eventId,
      data: { title: columns.title, changed },
    })
    if (before.publication === 'published') await raiseRevision(db)
    return eventState(await db.event.findFirstOrThrow({ where: { id: eventId } }), ctx.now())
  })
}

const canonical = (value: unknown): string =>
  value && typeof value === 'object' && !(value instanceof Date)
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
    : JSON.stringify(value ?? null)
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

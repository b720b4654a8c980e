import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type EventState, eventCollision, eventState } from './event-state.ts'

export const eventPublicationSchema = z.object({ eventId: z.uuid(), expectedVersion: z.number().int().positive() })

/** Shows the event to fans, at once. Throws `conflict` (collision), `not_found`, `forbidden`. */
export const publishEvent = (ctx: TenantContext, input: z.output<typeof eventPublicationSchema>): Promise<EventState> =>
  changePublication(ctx, input, 'published')

/** Takes the event off the site; the crew keeps it. Throws as publishEvent. */
export const withdrawEvent = (ctx: TenantContext, input: z.output<typeof eventPublicationSchema>): Promise<EventState> =>
  changePublication(ctx, input, 'draft')

async function changePublication(
  given: TenantContext,
  { eventId, expectedVersion }: z.output<typeof eventPublicationSchema>,
  publication: 'published' | 'draft',
): Promise<EventState> {
  const ctx = requirePermission(given, 'events.edit')
  return withTenant(ctx.ref, async (db) => {
    const { count } = await db.event.updateMany({
      where: { id: eventId, version: expectedVersion },
      data: { publication, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return eventCollision(db, eventId)
    const row = await db.event.findFirstOrThrow({ where: { id: eventId } })
    await recordAudit(db, ctx, {
      action: publication === 'published' ? 'event.published' : 'event.withdrawn',
      subjectKind: 'event',
      subjectId: eventId,
      data: { title: row.title },
    })
    await raiseRevision(db)
    return eventState(row, ctx.now())
  })
}

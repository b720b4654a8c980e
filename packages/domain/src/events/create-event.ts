import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { claimSlug, slugify } from '../slugs/index.ts'
import { eventColumnsOf, eventFieldsSchema } from './event-fields.ts'
import { type EventState, eventState } from './event-state.ts'

export const createEventSchema = z.object({ fields: eventFieldsSchema })

/** A new event that nobody sees yet; its address is made from title and city. Throws `invalid`, `forbidden`. */
export async function createEvent(given: TenantContext, input: z.output<typeof createEventSchema>): Promise<EventState> {
  const ctx = requirePermission(given, 'events.edit')
  return withTenant(ctx.ref, async (db) => {
    const columns = await eventColumnsOf(db, input.fields)
    const slug = await claimSlug(db, 'event', slugify(`${columns.title} ${columns.city}`), { numberIfTaken: true })
    const row = await db.event.create({ data: { ...columns, slug, updatedBy: ctx.actor.accountId } })
    await recordAudit(db, ctx, { action: 'event.created', subjectKind: 'event', subjectId: row.id, data: { title: row.title, slug } })
    return eventState(row, ctx.now())
  })
}

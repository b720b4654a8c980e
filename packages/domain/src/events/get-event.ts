import { readTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { type EventRecord, eventColumns, eventsFrom } from './event-record.ts'

export const eventSlugSchema = z.object({ slug: z.string().max(120) })

/** A published event. Throws `not_found`. */
export async function requireEvent(ctx: TenantContext, input: z.output<typeof eventSlugSchema>): Promise<EventRecord> {
  const [event] = await readTenant(ctx.ref, (sql) =>
    sql.query<EventRecord>('event_by_slug', `select ${eventColumns} from ${eventsFrom} and e.slug = $1`, [input.slug]),
  )
  if (!event) throw notFound()
  return event
}

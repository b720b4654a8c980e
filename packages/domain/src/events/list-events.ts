import { readTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { type EventRecord, eventColumns, eventsFrom, upcoming } from './event-record.ts'

/** Upcoming events, the nearest first, and the last hundred past ones, the latest first. */
export async function listEvents(ctx: TenantContext): Promise<{ upcoming: EventRecord[]; past: EventRecord[] }> {
  return readTenant(ctx.ref, async (sql) => ({
    upcoming: await sql.query<EventRecord>(
      'events_upcoming',
      `select ${eventColumns} from ${eventsFrom} and ${upcoming} order by e.starts_at, e.id limit 200`,
    ),
    past: await sql.query<EventRecord>(
      'events_past',
      `select ${eventColumns} from ${eventsFrom} and not ${upcoming} order by e.starts_at desc, e.id limit 100`,
    ),
  }))
}

import type { TenantSql } from '@residency/db'
import { overAt, upcoming } from '../events/index.ts'

/** What comes next on the site: the nearest event, else the newest mix. */
export type NextUp =
  | { kind: 'event'; slug: string; title: string; startsAt: Date; timeZone: string; city: string }
  | { kind: 'mix'; slug: string; title: string }

const eventText = `select e.slug, e.title, e.starts_at as "startsAt", e.time_zone as "timeZone", e.city from event e
  where e.publication = 'published' and ${upcoming} order by e.starts_at, e.id limit 1`
const mixText = `select slug, title from mix where publication = 'published' and published_at <= now() order by published_at desc, id desc limit 1`

/** Reads it inside the caller's transaction. */
export async function readNextUp(sql: TenantSql): Promise<NextUp | null> {
  const [event] = await sql.query<Omit<Extract<NextUp, { kind: 'event' }>, 'kind'>>('next_event', eventText)
  if (event) return { kind: 'event', ...event }
  const [mix] = await sql.query<{ slug: string; title: string }>('newest_mix', mixText)
  return mix ? { kind: 'mix', ...mix } : null
}

const turnText = `select min(at) as at from (
    select min(${overAt}) as at from event e where e.publication = 'published' and ${upcoming}
    union all select min(published_at) from mix where publication = 'published' and published_at > now()
  ) as turns`

/** When the site next changes by the clock alone: an event is over, or a mix is released. Null while nothing waits. */
export async function readNextTurn(sql: TenantSql): Promise<Date | null> {
  const [row] = await sql.query<{ at: Date | null }>('next_turn', turnText)
  return row?.at ?? null
}

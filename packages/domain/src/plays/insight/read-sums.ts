import type { TenantSql } from '@residency/db'
import { hoursCte } from './hours.ts'
import type { Period } from './period.ts'

export interface Sums {
  plays: number
  /** Of all that was heard, also where it was too short to be a play. */
  listenedMs: number
  finished: number
}

export interface Part extends Sums {
  part: 'kind' | 'step' | 'clock' | 'source' | 'country' | 'device' | 'mix'
  name: string
}

const sums = `sum(plays)::int as plays, sum(listened_ms)::float8 as "listenedMs", sum(finished)::int as finished`
const partText = (part: Part['part'], name: string, from = 'f'): string =>
  `select '${part}' as part, ${name} as name, ${sums} from ${from} group by 2`

const text = `with ${hoursCte}, f as (select * from h where kind = 'fan')
  select 'kind' as part, kind::text as name, ${sums} from h group by 2
  union all ${partText('step', 'to_char(hour at time zone $4, $5)')}
  union all ${partText('clock', `to_char(hour at time zone $4, 'HH24')`)}
  union all ${partText('source', 'source', `h where kind in ('fan', 'feed')`)}
  union all ${partText('country', 'country')}
  union all ${partText('device', 'device')}
  union all ${partText('mix', 'mix_id::text')}`

const stepFormat = { day: 'YYYY-MM-DD', hour: 'YYYY-MM-DD"T"HH24:00' } as const

/** Sums of a period by what is asked about it; fans alone, except by kind, and by source: podcast apps are one. */
export function readSums(sql: TenantSql, period: Period, timeZone: string, mixId: string | null): Promise<Part[]> {
  return sql.query<Part>('insight_sums', text, [period.starts, period.ends, mixId, timeZone, stepFormat[period.unit]])
}

const totalText = `with ${hoursCte} select coalesce(sum(plays), 0)::int as plays, coalesce(sum(listened_ms), 0)::float8 as "listenedMs",
  coalesce(sum(finished), 0)::int as finished from h where kind = 'fan'`

/** The same of fans in all, between two full hours. */
export async function readTotal(sql: TenantSql, from: Date, to: Date, mixId: string | null): Promise<Sums> {
  const [total] = await sql.query<Sums>('insight_total', totalText, [from, to, mixId])
  return total ?? { plays: 0, listenedMs: 0, finished: 0 }
}

const listenersText = `select p.mix_id as "mixId", count(distinct p.listener)::int as listeners from play p
  where p.started_at >= $1 and p.started_at < $2 and ($3::uuid is null or p.mix_id = $3) and p.kind = 'fan' and p.counted
  group by grouping sets ((p.mix_id), ())`

/** How many different listeners, by mix and in all (key null). Their marks change each day: who comes back on another day counts again. */
export async function readListeners(sql: TenantSql, from: Date, to: Date, mixId: string | null): Promise<Map<string | null, number>> {
  const rows = await sql.query<{ mixId: string | null; listeners: number }>('insight_listeners', listenersText, [from, to, mixId])
  return new Map(rows.map((row) => [row.mixId, row.listeners]))
}

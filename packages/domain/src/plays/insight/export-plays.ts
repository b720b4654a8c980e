import { readTenant } from '@residency/db'
import type { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { toCsv } from './csv.ts'
import type { insightSchema } from './get-insight.ts'
import { hoursCte } from './hours.ts'
import { periodOf } from './period.ts'
import { requireInsightMix } from './require-insight-mix.ts'

const columns = [
  'hour_utc',
  'hour_local',
  'mix_id',
  'mix',
  'kind',
  'source',
  'country',
  'device',
  'plays',
  'listeners',
  'minutes',
  'finished',
]

interface Row {
  utc: string
  local: string
  mixId: string
  title: string | null
  kind: string
  source: string
  country: string
  device: string
  plays: number
  listeners: number
  minutes: number
  finished: number
}

const text = `with ${hoursCte} select to_char(h.hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as utc, to_char(h.hour at time zone $4, 'YYYY-MM-DD HH24:MI') as local,
    h.mix_id as "mixId", m.title, h.kind::text as kind, h.source, h.country, h.device, h.plays, h.listeners, round(h.listened_ms / 60000.0, 2)::float8 as minutes, h.finished
  from h left join mix m on m.id = h.mix_id order by h.hour, h.mix_id, h.kind, h.source, h.country, h.device`

/**
 * Everything that is counted, as CSV: a line for each hour, mix, kind of listener, source, country and device.
 * Throws `unauthenticated`, `forbidden`, `not_found`.
 */
export async function exportPlays(given: TenantContext, input: z.output<typeof insightSchema>): Promise<string> {
  const ctx = requirePermission(given, 'insight.view')
  const period = periodOf(input, ctx.tenant.timeZone, ctx.now())
  const mixId = input.mixId ?? null
  const rows = await readTenant(ctx.ref, async (sql) => {
    if (mixId) await requireInsightMix(sql, mixId)
    return sql.query<Row>('insight_export', text, [period.starts, period.ends, mixId, ctx.tenant.timeZone])
  })
  return toCsv([columns, ...rows.map((row) => Object.values(row) as (string | number | null)[])])
}

import { readTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { toCsv } from './csv.ts'
import { periodOf, periodSchema } from './period.ts'
import { requireInsightMix } from './require-insight-mix.ts'
import { readHeard } from './retention.ts'

export const retentionSchema = periodSchema.extend({ mixId: z.uuid() })

/** How many plays heard each second of a mix, and of which track it is, as CSV. Throws `unauthenticated`, `forbidden`, `not_found`. */
export async function exportRetention(given: TenantContext, input: z.output<typeof retentionSchema>): Promise<string> {
  const ctx = requirePermission(given, 'insight.view')
  const period = periodOf(input, ctx.tenant.timeZone, ctx.now())
  const { mix, plays, heard } = await readTenant(ctx.ref, async (sql) => {
    const mix = await requireInsightMix(sql, input.mixId)
    return { mix, ...(await readHeard(sql, mix, period)) }
  })
  let track = -1
  const lines = heard.map((count, second) => {
    while ((mix.tracks[track + 1]?.startMs ?? Number.POSITIVE_INFINITY) <= second * 1000) track += 1
    const playing = mix.tracks[track]
    return [
      second,
      count,
      plays === 0 ? 0 : Math.round((count / plays) * 10_000) / 10_000,
      playing ? `${playing.artist} – ${playing.title}` : '',
    ]
  })
  return toCsv([['second', 'plays', 'share', 'track'], ...lines])
}

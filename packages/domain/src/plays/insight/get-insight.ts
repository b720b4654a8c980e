import { readTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { periodOf, periodSchema, stepsOf } from './period.ts'
import { readListeners, readSums, readTotal, type Sums } from './read-sums.ts'
import { type InsightMix, requireInsightMix } from './require-insight-mix.ts'
import { type Retention, readRetention } from './retention.ts'

export const insightSchema = periodSchema.extend({ mixId: z.uuid().optional() })

export interface Share {
  /** A source, a device, or a country's code; '' where it is not known. */
  name: string
  plays: number
}

export interface MixShare {
  mixId: string
  /** Null: the mix is gone. */
  title: string | null
  plays: number
  listeners: number
  listenedMs: number
  finished: number
}

export type InsightTotals = Sums & { listeners: number }

export interface Insight {
  from: string
  to: string
  days: number
  totals: InsightTotals
  /** The same number of days before. */
  before: InsightTotals
  /** Plays that are nobody's listening, and episodes that podcast apps fetched. */
  apart: { crew: number; bots: number; feed: number }
  /** In order, days without plays too; `at` is YYYY-MM-DD or YYYY-MM-DDTHH:00 in the tenant's zone. */
  unit: 'hour' | 'day'
  steps: { at: string; plays: number }[]
  /** By the hour of the day in the tenant's zone, 0 to 23. */
  clock: number[]
  /** With the podcast apps' `feed`, which is in no other figure. */
  sources: Share[]
  countries: Share[]
  devices: Share[]
  mixes: MixShare[]
  /** There has been a play at some time, also outside of these days. */
  everPlayed: boolean
  mix: (InsightMix & { retention: Retention }) | null
}

const everText = `select exists (select from play_hour where ($1::uuid is null or mix_id = $1) and kind = 'fan' and plays > 0)
  or exists (select from play where ($1::uuid is null or mix_id = $1) and kind = 'fan' and counted) as played`

const mostPlayed = (a: { plays: number }, b: { plays: number }): number => b.plays - a.plays

/**
 * What was listened to from day to day, of all mixes or of one: fans' plays alone; crew, bots and what podcast apps fetched counted apart. A mix comes with its retention.
 * Throws `unauthenticated`, `forbidden`, `not_found` (the mix).
 */
export async function getInsight(given: TenantContext, input: z.output<typeof insightSchema>): Promise<Insight> {
  const ctx = requirePermission(given, 'insight.view')
  const { timeZone } = ctx.tenant
  const period = periodOf(input, timeZone, ctx.now())
  const mixId = input.mixId ?? null
  return readTenant(ctx.ref, async (sql) => {
    const mix = mixId ? await requireInsightMix(sql, mixId) : null
    const parts = await readSums(sql, period, timeZone, mixId)
    const before = await readTotal(sql, period.startsBefore, period.starts, mixId)
    const listeners = await readListeners(sql, period.starts, period.ends, mixId)
    const listenersBefore = await readListeners(sql, period.startsBefore, period.starts, mixId)
    const [ever] = await sql.query<{ played: boolean }>('insight_ever', everText, [mixId])
    const titles = await sql.query<{ id: string; title: string }>('insight_titles', 'select id, title from mix')
    const titleOf = new Map(titles.map(({ id, title }) => [id, title]))

    const by = (part: string) => parts.filter((each) => each.part === part && each.plays > 0)
    const playsOf = (part: string) => new Map(by(part).map(({ name, plays }) => [name, plays]))
    const shares = (part: string): Share[] =>
      by(part)
        .map(({ name, plays }) => ({ name, plays }))
        .sort(mostPlayed)
    const kinds = new Map(parts.flatMap((each) => (each.part === 'kind' ? [[each.name, each] as const] : [])))
    const fans = kinds.get('fan') ?? { plays: 0, listenedMs: 0, finished: 0 }
    const [steps, clock] = [playsOf('step'), playsOf('clock')]
    return {
      from: period.from,
      to: period.to,
      days: period.days,
      unit: period.unit,
      totals: { plays: fans.plays, listenedMs: fans.listenedMs, finished: fans.finished, listeners: listeners.get(null) ?? 0 },
      before: { ...before, listeners: listenersBefore.get(null) ?? 0 },
      apart: { crew: kinds.get('crew')?.plays ?? 0, bots: kinds.get('bot')?.plays ?? 0, feed: kinds.get('feed')?.plays ?? 0 },
      steps: stepsOf(period).map((at) => ({ at, plays: steps.get(at) ?? 0 })),
      clock: Array.from({ length: 24 }, (_, hour) => clock.get(String(hour).padStart(2, '0')) ?? 0),
      sources: shares('source'),
      countries: shares('country'),
      devices: shares('device'),
      mixes: by('mix')
        .map(({ name, plays, listenedMs, finished }) => ({
          ...{ mixId: name, title: titleOf.get(name) ?? null, plays, listenedMs, finished },
          listeners: listeners.get(name) ?? 0,
        }))
        .sort(mostPlayed),
      everPlayed: ever?.played ?? false,
      mix: mix && { ...mix, retention: await readRetention(sql, mix, period) },
    }
  })
}

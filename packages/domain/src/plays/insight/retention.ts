import type { TenantSql } from '@residency/db'
import type { Period } from './period.ts'
import type { InsightMix } from './require-insight-mix.ts'

export interface TrackRetention {
  position: number
  startMs: number
  title: string
  artist: string
  /** Share of the plays that heard it, over its whole length, 0 to 1. */
  share: number
}

export interface Retention {
  /** Counted plays by fans, of the recording that is played now. */
  plays: number
  seconds: number
  /** Share of the plays that heard each part, 0 to 1; at most 600 parts of equal length. */
  columns: number[]
  /** The last second that half of the plays heard; null: none did. */
  halfAtS: number | null
  tracks: TrackRetention[]
}

// Seconds of a recording that was replaced are not this one's seconds.
const ofThese = `p.mix_id = $1 and p.started_at >= $2 and p.started_at < $3 and p.kind = 'fan' and p.counted
  and (p.recording_id is null or p.recording_id = $4)`
const countText = `select count(*)::int as plays from play p where ${ofThese}`
const edgesText = `select second, sum(step)::int as step from (
    select lower(r) as second, 1 as step from play p, unnest(p.ranges) r where ${ofThese}
    union all select upper(r), -1 from play p, unnest(p.ranges) r where ${ofThese}) e group by second order by second`

/** How many plays heard each second of the mix. */
export async function readHeard(
  sql: TenantSql,
  mix: InsightMix,
  period: Pick<Period, 'starts' | 'ends'>,
): Promise<{ plays: number; heard: number[] }> {
  const values = [mix.id, period.starts, period.ends, mix.recordingId]
  const [count] = await sql.query<{ plays: number }>('insight_counted', countText, values)
  const edges = await sql.query<{ second: number; step: number }>('insight_edges', edgesText, values)
  return { plays: count?.plays ?? 0, heard: heardBySecond(edges, Math.ceil(mix.durationMs / 1000)) }
}

/** Adds up where plays begin and cease to be heard. */
export function heardBySecond(edges: readonly { second: number; step: number }[], seconds: number): number[] {
  const heard = new Array<number>(seconds).fill(0)
  for (const { second, step } of edges) if (second < seconds) heard[second] = (heard[second] ?? 0) + step
  for (let second = 1; second < seconds; second += 1) heard[second] = (heard[second] ?? 0) + (heard[second - 1] ?? 0)
  return heard
}

const mostColumns = 600
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

export async function readRetention(sql: TenantSql, mix: InsightMix, period: Pick<Period, 'starts' | 'ends'>): Promise<Retention> {
  const { plays, heard } = await readHeard(sql, mix, period)
  const shares = heard.map((count) => (plays === 0 ? 0 : count / plays))
  const width = Math.max(1, Math.ceil(shares.length / mostColumns))
  const half = shares.findLastIndex((share) => share >= 0.5)
  return {
    plays,
    seconds: shares.length,
    columns: Array.from({ length: Math.ceil(shares.length / width) }, (_, column) =>
      mean(shares.slice(column * width, (column + 1) * width)),
    ),
    halfAtS: half < 0 ? null : half,
    tracks: mix.tracks.map((track, index) => {
      const ends = mix.tracks[index + 1]?.startMs ?? mix.durationMs
      return { ...track, share: mean(shares.slice(Math.floor(track.startMs / 1000), Math.ceil(ends / 1000))) }
    }),
  }
}

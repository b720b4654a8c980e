import { createHmac } from 'node:crypto'
import { type ListenerKind, type TenantSql, writeTenant } from '@residency/db'
import type { TenantContext } from '../../context/index.ts'
import { countryOf } from '../listener/country-of.ts'
import { dayKey } from '../listener/day-key.ts'
import { describeListener } from '../listener/describe-listener.ts'
import { fetchKind } from './fetch-kind.ts'

/** Sound of an episode that left for somebody's app. */
export interface Fetch {
  mixId: string
  recordingId: string
  durationMs: number
  quality: string
  /** Seconds of the mix, from (included) to (excluded). */
  fromS: number
  toS: number
  /** The member's own feed it came by; null: everybody's. */
  feedTokenId: string | null
}

interface Kept {
  startedAt: Date
  counted: boolean
  before: boolean
}

// An app fetches an episode in several requests at once: they take turns.
const lockText = `select pg_advisory_xact_lock(hashtextextended('plays.fetch/' || current_tenant() || $1, 0))`

const keepText = `with known as (select started_at, ranges, counted from play where id = $1 and started_at > $2::timestamptz - interval '2 days'),
  merged as (select coalesce((select ranges from known), '{}') + int4multirange(int4range($3, $4)) as ranges),
  measured as (select ranges, (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(ranges) r)::int as seconds from merged)
  insert into play (id, started_at, mix_id, recording_id, kind, listener, source, country, device, browser, quality, duration_ms, listened_ms,
    ranges, last_beat_at, counted, finished)
  select $1, coalesce((select started_at from known), $2::timestamptz), $5, $6, $7::"ListenerKind", $8, 'feed', $9, $10, $11, $12, $13::int, 0,
    ranges, $2::timestamptz, seconds >= 60 or seconds * 1000 >= $13::int / 2.0, false from measured
  on conflict (tenant_id, id, started_at) do update set ranges = excluded.ranges, last_beat_at = excluded.last_beat_at, counted = excluded.counted
  returning started_at as "startedAt", counted, coalesce((select counted from known), false) as before`

const dueText = `insert into play_hour_due (hour) values (date_trunc('hour', $1::timestamptz, 'UTC'))
  on conflict (tenant_id, hour) do update set version = play_hour_due.version + 1`

/**
 * Counts what an app fetched of an episode: once a day for each episode and client, when a minute of sound or half of it has left, in however many
 * requests. What is fetched is not heard: it adds no minutes and no seconds to retention, and stands apart from fans' plays (kind `feed`; `bot`
 * for machines). A client is told by the day's key, the cut address and the app's name, or by the member's own feed: nothing of it is kept.
 */
export async function recordFetch(
  ctx: Pick<TenantContext, 'ref' | 'tenant' | 'ipPrefix' | 'userAgent' | 'now'>,
  fetch: Fetch,
): Promise<void> {
  if (fetch.toS <= fetch.fromS) return
  const now = ctx.now()
  const client = fetch.feedTokenId ?? `${ctx.ipPrefix ?? ''}\n${ctx.userAgent ?? ''}`
  const id = await dailyId(`${ctx.tenant.id}\n${fetch.mixId}\n${client}`, now)
  const traits = { tenantId: ctx.tenant.id, address: ctx.ipPrefix ?? '', ipPrefix: null, userAgent: ctx.userAgent, role: null }
  const { listener, device, browser } = await describeListener(traits, now)
  const kind: ListenerKind = fetchKind(ctx.userAgent)
  const values = [
    ...[id, now, fetch.fromS, fetch.toS, fetch.mixId, fetch.recordingId, kind, listener],
    ...[await countryOf(ctx.ipPrefix), device, browser, fetch.quality, fetch.durationMs],
  ]
  await writeTenant(ctx.ref, (sql) => keep(sql, id, values))
}

async function keep(sql: TenantSql, id: string, values: readonly unknown[]): Promise<void> {
  await sql.query('fetch_lock', lockText, [id])
  const [kept] = await sql.query<Kept>('fetch_keep', keepText, [...values])
  if (kept?.counted && !kept.before) await sql.query('fetch_due', dueText, [kept.startedAt])
}

/** The same for the same client, episode and day, and nothing to anybody else: a UUID (version 8, RFC 9562) of a keyed hash. */
async function dailyId(of: string, now: Date): Promise<string> {
  const bytes = createHmac('sha256', await dayKey(now))
    .update(`fetch\n${of}`)
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

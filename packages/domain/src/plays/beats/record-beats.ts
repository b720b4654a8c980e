import { type ListenerKind, type TenantRef, writeTenant } from '@residency/db'
import { type AcceptedPlay, oneOfEach } from './accept-report.ts'

/** A play as it is kept, with the beats that have come in. */
export interface HeardPlay extends AcceptedPlay {
  recordingId: string | null
  kind: ListenerKind
  listener: string
  isMember: boolean
  country: string | null
  device: string
  browser: string
  /** Whose history it enters, if they keep one. Never stored with the play. */
  accountId: string | null
}

// Two processes that hear of a play at the same moment must agree on its start, which is in its key: they take turns, tenant by tenant.
const lockText = `select pg_advisory_xact_lock(hashtextextended('plays/' || current_tenant(), 0))`

/** A start can't be further back than a week; a clock that was set anew in between moves it once more. */
const lookBack = `$19::timestamptz - interval '15 days'`

// A player runs at twice the speed at most; half a minute stands for what was on its way.
const plausible = `m.seconds <= 2 * extract(epoch from $19::timestamptz - m.started_at) + 30`

const writeText = `with given as (
    select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bool[], $8::text[], $9::text[], $10::text[],
      $11::text[], $12::text[], $13::int[], $14::uuid[]) as g (id, started_at, mix_id, recording_id, kind, listener, is_member, source, country,
      device, browser, quality, duration_ms, account_id)
  ), fixed as (
    select g.id, coalesce(k.started_at, g.started_at) as started_at, g.mix_id, g.recording_id, coalesce(k.kind, g.kind::"ListenerKind") as kind,
      g.listener, g.is_member, g.source, g.country, g.device, g.browser, g.quality, coalesce(k.duration_ms, g.duration_ms) as duration_ms,
      g.account_id, coalesce(k.ranges, '{}') as heard
    from given g left join play k on k.id = g.id and k.started_at > ${lookBack} where k.id is null or k.mix_id = g.mix_id
  ), fresh as (
    insert into play_beat (id, started_at, seq, from_s, to_s, received_at)
    select f.id, f.started_at, b.seq, b.from_s, least(b.to_s, ceil(f.duration_ms / 1000.0)::int), $19::timestamptz
    from unnest($15::uuid[], $16::int[], $17::int[], $18::int[]) as b (id, seq, from_s, to_s) join fixed f on f.id = b.id
    where b.from_s < ceil(f.duration_ms / 1000.0) on conflict do nothing returning id, from_s, to_s
  ), merged as (
    select f.*, f.heard + n.ranges as ranges from fixed f
    join (select id, range_agg(int4range(from_s, to_s)) as ranges from fresh group by id) n on n.id = f.id
  ), measured as (
    select m.*, (select sum(upper(r) - lower(r)) from unnest(m.ranges) r)::int as seconds from merged m
  ), kept as (
    insert into play (id, started_at, mix_id, recording_id, kind, listener, is_member, source, country, device, browser, quality, duration_ms,
      listened_ms, ranges, last_beat_at, counted, finished)
    select m.id, m.started_at, m.mix_id, m.recording_id, case when ${plausible} then m.kind else 'bot' end, m.listener, m.is_member, m.source,
      m.country, m.device, m.browser, m.quality, m.duration_ms, least(m.seconds * 1000, m.duration_ms), m.ranges, $19::timestamptz,
      m.seconds >= 30 or m.seconds * 1000 >= m.duration_ms / 2.0, m.seconds * 1000 >= m.duration_ms * 0.95
    from measured m
    on conflict (tenant_id, id, started_at) do update set kind = excluded.kind, is_member = play.is_member or excluded.is_member,
      quality = excluded.quality, listened_ms = excluded.listened_ms, ranges = excluded.ranges,
      last_beat_at = greatest(play.last_beat_at, excluded.last_beat_at), counted = excluded.counted, finished = excluded.finished
    returning id, started_at, mix_id, kind, listened_ms, counted
  ), due as (
    insert into play_hour_due (hour) select distinct date_trunc('hour', started_at, 'UTC') from kept
    on conflict (tenant_id, hour) do update set version = play_hour_due.version + 1
  )
  insert into listening_entry (id, account_id, mix_id, started_at, listened_ms)
  select k.id, a.id, k.mix_id, k.started_at, k.listened_ms from kept k join given g on g.id = k.id
    join account a on a.id = g.account_id and not a.history_off join mix x on x.id = k.mix_id
  where k.counted and k.kind <> 'bot'
  on conflict (tenant_id, id) do update set listened_ms = excluded.listened_ms where listening_entry.account_id = excluded.account_id`

/**
 * Writes beats, each (play, number) once however often it is told, and what they make of their plays: the seconds heard (counted once), whether
 * it is a play (30 seconds or half of the mix) and whether it was heard to the end (95 %). The first beat that comes in fixes a play's start.
 * More seconds than twice the time that has passed are a bot's. Their hours are due to be rolled up anew; a counted play of somebody signed in
 * enters their history unless they switched it off. One transaction: when this returns, all of it is committed.
 */
export async function recordBeats(ref: TenantRef, given: readonly HeardPlay[], now: Date): Promise<void> {
  const plays = oneOfEachPlay(given)
  if (plays.length === 0) return
  const of = <K extends keyof HeardPlay>(key: K): HeardPlay[K][] => plays.map((play) => play[key])
  const beats = plays.flatMap(({ playId, beats }) => beats.map((beat) => ({ playId, ...beat })))
  const values = [
    ...[of('playId'), of('startedAt'), of('mixId'), of('recordingId'), of('kind'), of('listener'), of('isMember'), of('source')],
    ...[of('country'), of('device'), of('browser'), of('quality'), of('durationMs'), of('accountId')],
    ...[beats.map(({ playId }) => playId), beats.map(({ seq }) => seq), beats.map(({ fromS }) => fromS), beats.map(({ toS }) => toS)],
    now,
  ]
  await writeTenant(ref, async (sql) => {
    await sql.query('plays_lock', lockText)
    await sql.query('plays_write', writeText, values)
  })
}

/** Several requests may speak of one play: the first says what it is, all of them what was heard. */
function oneOfEachPlay(given: readonly HeardPlay[]): HeardPlay[] {
  const byId = new Map<string, HeardPlay>()
  for (const play of given) {
    const known = byId.get(play.playId)
    if (!known) byId.set(play.playId, play)
    else if (known.mixId === play.mixId) byId.set(play.playId, { ...known, beats: oneOfEach([...known.beats, ...play.beats]) })
  }
  return [...byId.values()]
}

import type { OwnerDb } from '@residency/db/owner'
import type { DemoTenant } from '../content/types.ts'
import { imaginePlays } from './imagine-plays.ts'

/** Some weeks of listening, so that the studio has something to tell. Their hours are due: the worker sums them as it does any others. */
export async function storePlays(db: OwnerDb, tenantId: string, tenant: DemoTenant, today: Date): Promise<void> {
  const plays = imaginePlays(tenant, today)
  const [first] = plays
  if (!first) return
  await db.$executeRaw`select make_play_partitions(${first.started_at}::timestamptz::date, ${today.toISOString()}::timestamptz::date)`
  await db.$executeRaw`insert into play (tenant_id, id, started_at, mix_id, kind, listener, is_member, source, country, device, browser, quality,
      duration_ms, listened_ms, ranges, last_beat_at, counted, finished)
    select ${tenantId}::uuid, p.id, p.started_at, p.mix_id, p.kind::"ListenerKind", p.listener, p.is_member, p.source, p.country, p.device, p.browser,
      'aac128', p.duration_ms, p.listened_ms, p.ranges::int4multirange, p.last_beat_at, p.counted, p.finished
    from jsonb_to_recordset(${JSON.stringify(plays)}::jsonb) as p (id uuid, started_at timestamptz, mix_id uuid, kind text, listener text,
      is_member boolean, source text, country text, device text, browser text, duration_ms int, listened_ms int, ranges text,
      last_beat_at timestamptz, counted boolean, finished boolean)
    on conflict do nothing`
  await db.$executeRaw`insert into play_hour_due (tenant_id, hour)
    select distinct tenant_id, date_trunc('hour', started_at, 'UTC') from play where tenant_id = ${tenantId}::uuid on conflict do nothing`
}

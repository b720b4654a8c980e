import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { TenantRef } from '@residency/db'
import { type HeardPlay, recordBeats, rollUpPlays } from '@residency/domain/plays'
import { type Fault, type FaultContext, sleep, type Tally, tenantOf } from './world.ts'

const doomedRollup = new URL('doomed-rollup.ts', import.meta.url).pathname
const patienceMs = 30_000
const hourMs = 3_600_000
const kills = 4
const hours = 120

const start = (ref: TenantRef): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', doomedRollup, ref.tenantId], { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] })

async function kill(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(50)) if (await holds()) return
  throw new Error(`${what} did not happen within ${patienceMs / 1000} s`)
}

const play = (mixId: string, startedAt: Date): HeardPlay => ({
  ...{ playId: randomUUID(), mixId, startedAt, source: 'site', quality: 'aac128', durationMs: 600_000, recordingId: null, kind: 'fan' },
  ...{ listener: randomUUID().slice(0, 22), isMember: false, country: 'GB', device: 'phone', browser: '', accountId: null },
  beats: [{ seq: 0, fromS: 0, toS: 40 + Math.floor(Math.random() * 500) }],
})

/** Hours whose sums are not those of their plays, in either direction. */
const differences = `with raw as (select date_trunc('hour', started_at, 'UTC') as hour, count(*) filter (where counted) as plays, sum(listened_ms) as ms
    from play where tenant_id = $1 group by 1),
  rolled as (select hour, sum(plays) as plays, sum(listened_ms) as ms from play_hour where tenant_id = $1 group by 1)
  select count(*)::int as n from raw full join rolled using (hour) where raw.plays is distinct from rolled.plays or raw.ms is distinct from rolled.ms`

async function settle({ owner }: FaultContext, ref: TenantRef): Promise<void> {
  await until('the roll-up', async () => {
    await rollUpPlays({ ref })
    const { rows } = await owner.query('select 1 from play_hour_due where tenant_id = $1 limit 1', [ref.tenantId])
    return rows.length === 0
  })
}

async function differ({ owner }: FaultContext, ref: TenantRef): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(differences, [ref.tenantId])
  return rows[0]?.n ?? -1
}

/** Killed after the old sums are gone and the new ones written, before either is committed: held there by a lock on the row it ends with. */
async function killInTheMiddle(context: FaultContext, tally: Tally, ref: TenantRef, mixId: string): Promise<void> {
  const { owner } = context
  const at = new Date(Date.now() - 30 * hourMs)
  await recordBeats(ref, [play(mixId, at)], new Date())
  await settle(context, ref)
  const sums = async () =>
    (
      await owner.query(
        `select sum(plays)::int as plays, sum(listened_ms)::int as ms from play_hour where tenant_id = $1 and hour = date_trunc('hour', $2::timestamptz, 'UTC')`,
        [ref.tenantId, at],
      )
    ).rows[0]
  const before = JSON.stringify(await sums())
  await recordBeats(ref, [play(mixId, at), play(mixId, at)], new Date())
  await owner.query('begin')
  await owner.query('select 1 from play_hour_due where tenant_id = $1 for update', [ref.tenantId])
  const doomed = start(ref)
  let held = 0
  try {
    await until('the roll-up’s last statement', async () => {
      const { rows } = await owner.query<{ pid: number }>(
        `select pid from pg_locks where not granted and locktype in ('transactionid', 'tuple')`,
      )
      held = rows[0]?.pid ?? 0
      return held > 0
    })
    await kill(doomed)
  } finally {
    doomed.kill('SIGKILL')
    await owner.query('rollback')
  }
  await until('the end of what it had begun', async () => {
    const { rows } = await owner.query('select 1 from pg_locks where pid = $1', [held])
    return rows.length === 0
  })
  tally.check(JSON.stringify(await sums()) === before, `half of a roll-up stayed: ${JSON.stringify(await sums())} instead of ${before}`)
  await settle(context, ref)
  const left = await differ(context, ref)
  tally.check(left === 0, `${left} hours differ from their plays`)
}

/** Killed anywhere, again and again, while beats come in. */
async function killAnywhere(context: FaultContext, tally: Tally, ref: TenantRef, mixId: string): Promise<void> {
  const all = () => Array.from({ length: hours }, (_, back) => play(mixId, new Date(Date.now() - (back + 1) * hourMs)))
  for (let time = 0; time < kills; time += 1) {
    await recordBeats(ref, all(), new Date())
    const doomed = start(ref)
    await once(doomed.stdout as NonNullable<typeof doomed.stdout>, 'data')
    await recordBeats(ref, all(), new Date())
    await sleep(Math.random() * 400)
    await kill(doomed)
  }
  await settle(context, ref)
  const left = await differ(context, ref)
  tally.check(left === 0, `${left} hours differ from their plays`)
}

async function run(context: FaultContext): Promise<Tally[]> {
  const ref = await tenantOf(context, 'danny')
  const { rows } = await context.owner.query<{ id: string }>(
    `select id from mix where tenant_id = $1 and publication = 'published' limit 1`,
    [ref.tenantId],
  )
  const mixId = rows[0]?.id ?? ''
  const [middle, anywhere] = [context.tally('rollup.killed.middle'), context.tally('rollup.killed.anywhere')]
  await killInTheMiddle(context, middle, ref, mixId)
  await killAnywhere(context, anywhere, ref, mixId)
  return [middle, anywhere]
}

export const rollupKilled: Fault = { name: 'rollup.killed', run }

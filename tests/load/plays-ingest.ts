import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { type BenchContext, type Benchmark, compare, slug } from './benchmark.ts'

const rounds = 5
const seconds = 3
/** Listeners at the same time, each with one beat on its way. */
const listeners = 192
const beatS = 10
const durationMs = 3_600_000
const killAfterMs = 2_000

const host = `${slug}.localhost`
const origin = `http://${host}`
const agent = new Agent({ keepAlive: true, maxSockets: listeners })

interface Listener {
  playId: string
  address: string
  startedAt: string
  /** The next beat's number. */
  seq: number
}

const newListener = (_: unknown, index: number): Listener => ({
  playId: randomUUID(),
  address: `198.18.${index >> 8}.${index & 255}`,
  startedAt: new Date(Date.now() - durationMs - 600_000).toISOString(),
  seq: 0,
})

/** Sends one beat as a browser does; true when it is acknowledged. */
function send(port: number, mixId: string, { playId, address, startedAt }: Listener, seq: number): Promise<boolean> {
  const play = {
    playId,
    mixId,
    startedAt,
    source: 'site',
    quality: 'aac128',
    durationMs,
    beats: [{ seq, fromS: seq * beatS, toS: (seq + 1) * beatS }],
  }
  const body = JSON.stringify({ plays: [play], deviceNow: new Date().toISOString() })
  const headers = {
    ...{ host, origin, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': address },
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  }
  return new Promise((resolve) => {
    const asked = request({ port, path: '/plays', method: 'POST', headers, agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 202))
      response.on('error', () => resolve(false))
    })
    asked.on('error', () => resolve(false))
    asked.end(body)
  })
}

async function start(): Promise<{ server: ChildProcess; port: number }> {
  const server = fork(new URL('plays-server.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  const [port] = (await once(server, 'message')) as [number]
  return { server, port }
}

async function stop(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit')
  server.kill('SIGKILL')
  await gone
}

/** Beats a second, each answered when it is committed. */
async function ingest(port: number, mixId: string): Promise<number> {
  const started = performance.now()
  const until = started + seconds * 1000
  let taken = 0
  await Promise.all(
    Array.from({ length: listeners }, newListener).map(async (listener) => {
      for (; performance.now() < until; listener.seq = (listener.seq + 1) % 360) {
        if (!(await send(port, mixId, listener, listener.seq))) throw new Error('a beat was not taken')
        taken += 1
      }
    }),
  )
  return taken / ((performance.now() - started) / 1000)
}

const bareText = `with beats as (
    insert into play_beat (tenant_id, id, started_at, seq, from_s, to_s)
    select $1, id, $3, seq, seq * ${beatS}, (seq + 1) * ${beatS} from unnest($4::uuid[], $5::int[]) as b (id, seq) on conflict do nothing)
  insert into play (tenant_id, id, started_at, mix_id, listener, duration_ms, last_beat_at, listened_ms, ranges)
  select $1, id, $3, $2, '', ${durationMs}, now(), ${beatS * 1000}, int4multirange(int4range(seq * ${beatS}, (seq + 1) * ${beatS}))
  from unnest($4::uuid[], $5::int[]) as b (id, seq)
  on conflict (tenant_id, id, started_at) do update set ranges = play.ranges + excluded.ranges, listened_ms = play.listened_ms + excluded.listened_ms`

/** The same rows by the driver alone: as many a transaction as there are listeners, one transaction after the other, as the owner. */
async function bare(client: pg.Client, tenantId: string, mixId: string): Promise<number> {
  const ids = Array.from({ length: listeners }, () => randomUUID())
  const startedAt = new Date(Date.now() - durationMs - 600_000)
  const started = performance.now()
  const until = started + seconds * 1000
  let taken = 0
  for (let seq = 0; performance.now() < until; seq = (seq + 1) % 360) {
    await client.query({ name: 'bare_beats', text: bareText, values: [tenantId, mixId, startedAt, ids, ids.map(() => seq)] })
    taken += ids.length
  }
  return taken / ((performance.now() - started) / 1000)
}

/**
 * Kills the process while beats come in, then sends each that was not acknowledged, and every tenth that was, again. Throws unless the database
 * holds each once and its plays are exactly what was heard.
 */
async function killed(context: BenchContext, mixId: string): Promise<void> {
  const { server, port } = await start()
  const all = Array.from({ length: listeners }, newListener)
  const told: { listener: Listener; seq: number; isTaken: boolean }[] = []
  const death = new Promise<void>((resolve) => setTimeout(() => resolve(stop(server)), killAfterMs))
  let isDead = false
  void death.then(() => {
    isDead = true
  })
  await Promise.all(
    all.map(async (listener) => {
      for (; !isDead && listener.seq < 360; listener.seq += 1) {
        const isTaken = await send(port, mixId, listener, listener.seq)
        told.push({ listener, seq: listener.seq, isTaken })
      }
    }),
  )
  await death
  const again = await start()
  try {
    const due = told.filter(({ isTaken }, index) => !isTaken || index % 10 === 0)
    for (let at = 0; at < due.length; at += listeners) {
      const sent = await Promise.all(due.slice(at, at + listeners).map(({ listener, seq }) => send(again.port, mixId, listener, seq)))
      if (sent.includes(false)) throw new Error('a beat that was sent again was not taken')
    }
  } finally {
    await stop(again.server)
  }
  const { rows } = await context.owner.query<{ beats: number; seconds: number }>(
    `select (select count(*)::int from play_beat where id = any($1)) as beats, (select sum(listened_ms / 1000)::int from play where id = any($1)) as seconds`,
    [all.map(({ playId }) => playId)],
  )
  const lost = told.filter(({ isTaken }) => !isTaken).length
  context.say(`  killed among ${told.length} beats, ${lost} of them unanswered; kept ${rows[0]?.beats}, heard ${rows[0]?.seconds} s`)
  if (rows[0]?.beats !== told.length || rows[0]?.seconds !== told.length * beatS) throw new Error('the totals are not exact after a kill')
}

async function run(context: BenchContext) {
  const { owner } = context
  const { rows } = await owner.query<{ tenantId: string; mixId: string }>(
    `select t.id as "tenantId", uuidv7() as "mixId" from tenant t where t.slug = $1`,
    [slug],
  )
  const { tenantId = '', mixId = '' } = rows[0] ?? {}
  await owner.query(
    `insert into mix (tenant_id, id, slug, title, recorded_on, duration_ms, publication, published_at, updated_at)
     values ($1, $2, 'plays-ingest', 'Plays', now(), $3, 'published', now() - interval '1 day', now())`,
    [tenantId, mixId, durationMs],
  )
  const client = new pg.Client({ connectionString: context.installation.services.env.DATABASE_OWNER_URL })
  await client.connect()
  const { server, port } = await start()
  try {
    const ours = () => ingest(port, mixId)
    const floor = () => bare(client, tenantId, mixId)
    // A server that has just started is slow until its code is compiled: neither's first seconds count.
    await ours()
    await floor()
    const figure = await compare(ours, floor, rounds)
    await stop(server)
    await killed(context, mixId)
    return [{ name: 'plays.ingest', unit: 'beats/s', ...figure }]
  } finally {
    server.kill('SIGKILL')
    await client.end()
    await owner.query(`delete from play_beat where tenant_id = $1 and id in (select id from play where tenant_id = $1 and mix_id = $2)`, [
      tenantId,
      mixId,
    ])
    for (const table of ['play', 'play_hour'])
      await owner.query(`delete from ${table} where tenant_id = $1 and mix_id = $2`, [tenantId, mixId])
    await owner.query('delete from mix where tenant_id = $1 and id = $2', [tenantId, mixId])
  }
}

export const playsIngest: Benchmark = { name: 'plays.ingest', run }

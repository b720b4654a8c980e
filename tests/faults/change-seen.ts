import { randomUUID } from 'node:crypto'
import { raiseRevision, withTenant } from '@residency/db'
import pg from 'pg'
import { type Answer, ask } from '../support/ask.ts'
import { startSecondSite } from './second-site.ts'
import { type Fault, type FaultContext, sleep, type Tally, tenantOf } from './world.ts'

const slug = 'hathor'
const rounds = 10
/** A change that is not seen by then is not seen. How quickly it is seen is printed, never judged. */
const patienceMs = 30_000

interface Watched {
  tally: Tally
  ports: readonly number[]
  slowestMs: number
}

const look = (port: number, host: string): Promise<Answer | null> => ask(port, '/about', { host: `${host}:${port}` }).catch(() => null)

/** Waits in every process at once until it shows what was changed. */
async function seenEverywhere(watched: Watched, host: string, isNew: (answer: Answer | null) => boolean): Promise<void> {
  const since = performance.now()
  await Promise.all(
    watched.ports.map(async (port, at) => {
      let seen = false
      while (!seen && performance.now() - since < patienceMs) {
        seen = isNew(await look(port, host))
        if (!seen) await sleep(5)
      }
      watched.tally.check(seen, `process ${at + 1} did not show a change within ${patienceMs / 1000} s`)
      watched.slowestMs = Math.max(watched.slowestMs, performance.now() - since)
    }),
  )
}

/** The line that everybody sees is changed as the studio does it: the brand and the revision in one transaction. */
async function changeBrand(context: FaultContext, watched: Watched, before?: () => Promise<void>): Promise<void> {
  const ref = await tenantOf(context, slug)
  for (let round = 0; round < rounds; round += 1) {
    const name = `Seen ${randomUUID().slice(0, 8)}`
    await before?.()
    await withTenant(ref, async (db) => {
      await db.$executeRaw`update brand set published = jsonb_set(published, '{name}', to_jsonb(${name}::text)) where tenant_id = (select current_tenant())`
      await raiseRevision(db)
    })
    await seenEverywhere(watched, `${slug}.localhost`, (answer) => answer?.status === 200 && answer.body.includes(name))
  }
}

/** A domain becomes the primary one, and goes again: the free host leads to it, and no longer does. */
async function changeHost({ owner }: FaultContext, watched: Watched): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const hostname = `seen-${randomUUID().slice(0, 8)}.example`
    await owner.query(
      "insert into host (hostname, tenant_id, state, is_primary) select $1, id, 'certified', true from tenant where slug = $2",
      [hostname, slug],
    )
    await seenEverywhere(
      watched,
      `${slug}.localhost`,
      (answer) => answer?.status === 308 && String(answer.headers.location).includes(hostname),
    )
    await seenEverywhere(watched, hostname, (answer) => answer?.status === 200)
    await owner.query('delete from host where hostname = $1', [hostname])
    await seenEverywhere(watched, `${slug}.localhost`, (answer) => answer?.status === 200)
    await seenEverywhere(watched, hostname, (answer) => answer?.status === 404)
  }
}

async function run(context: FaultContext): Promise<Tally[]> {
  const { env, ports } = context.installation.services
  const second = await startSecondSite(context)
  const own = new pg.Client({ connectionString: env.DATABASE_URL })
  own.on('error', () => undefined)
  await own.connect()
  const watch = (name: string): Watched => ({ tally: context.tally(name), ports: [ports.site, second.port], slowestMs: 0 })
  const [brand, host, cut] = [watch('change.seen.brand'), watch('change.seen.host'), watch('change.seen.announcementsCut')]
  const [{ published } = { published: null }] = (
    await context.owner.query('select b.published from brand b join tenant t on t.id = b.tenant_id where t.slug = $1', [slug])
  ).rows
  try {
    for (const port of brand.ports) await look(port, `${slug}.localhost`)
    await changeBrand(context, brand)
    await changeHost(context, host)
    await changeBrand(context, cut, async () => {
      const { rowCount } = await own.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
      )
      cut.tally.check((rowCount ?? 0) > 0 || cut.tally.tried > 0, 'no process was listening for announcements')
    })
  } finally {
    await context.owner.query('update brand set published = $2 where tenant_id = (select id from tenant where slug = $1)', [
      slug,
      published,
    ])
    await own.end()
    await second.stop()
  }
  for (const { tally, slowestMs } of [brand, host, cut]) tally.more.slowestMs = Math.round(slowestMs)
  return [brand.tally, host.tally, cut.tally]
}

export const changeSeen: Fault = { name: 'change.seen', run }

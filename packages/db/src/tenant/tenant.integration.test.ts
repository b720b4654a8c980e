import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertServingRole, readTenant, resolveHost, type TenantRef, withTenant } from '../index.ts'
import { withOwnerSql } from '../owner.ts'
import { relayOutbox } from '../relay.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { listenForRevisions, raiseRevision } from './revision.ts'

let database: TestDatabase
let a: TenantRef
let b: TenantRef

beforeAll(async () => {
  database = await createTestDatabase()
  a = await database.createTenant('alpha')
  b = await database.createTenant('beta')
})
afterAll(() => database.drop())

const account = (email: string) => ({ email, name: 'Someone' })

describe('a transaction of a tenant', () => {
  it('writes rows of that tenant without naming it, and no other tenant sees them', async () => {
    const made = await withTenant(a, (db) => db.account.create({ data: account('one@fan.example') }))
    expect(made.tenantId).toBe(a.tenantId)
    expect(await withTenant(b, (db) => db.account.findFirst({ where: { id: made.id } }))).toBeNull()
    expect(await withTenant(b, (db) => db.account.count())).toBe(0)
  })

  it('refuses a row that names another tenant', async () => {
    await expect(
      withTenant(b, (db) => db.account.create({ data: { ...account('x@fan.example'), tenantId: a.tenantId } })),
    ).rejects.toThrow()
  })

  it('refuses a reference to a row of another tenant, which foreign-key checks alone would let through', async () => {
    const media = await withTenant(a, (db) =>
      db.mediaItem.create({
        data: { objectKey: 'k', filename: 'f', contentType: 'image/png', bytes: 1, width: 1, height: 1, sha256: 'a' },
      }),
    )
    await expect(
      withTenant(b, (db) => db.mix.create({ data: { slug: 's', title: 't', recordedOn: new Date(0), artworkId: media.id } })),
    ).rejects.toThrow()
  })

  it('changes and deletes nothing of another tenant by id', async () => {
    const mine = await withTenant(a, (db) => db.account.create({ data: account('two@fan.example') }))
    const touched = await withTenant(b, (db) => db.account.updateMany({ where: { id: mine.id }, data: { name: 'Stolen' } }))
    const gone = await withTenant(b, (db) => db.account.deleteMany({ where: { id: mine.id } }))
    expect([touched.count, gone.count]).toEqual([0, 0])
    await expect(
      withTenant(b, (db) => db.account.update({ where: { tenantId_id: { tenantId: a.tenantId, id: mine.id } }, data: { name: 'Stolen' } })),
    ).rejects.toThrow()
  })

  it('leaves no tenant on the connection it gives back', async () => {
    await withTenant(a, (db) => db.account.count())
    const counts = await Promise.all(
      Array.from({ length: 30 }, () => readTenant(b, (sql) => sql.query<{ n: number }>('count', 'select count(*)::int as n from account'))),
    )
    expect(counts.every(([row]) => row?.n === 0)).toBe(true)
  })

  it('reads only, in readTenant', async () => {
    await expect(readTenant(a, (sql) => sql.query('del', 'delete from account returning id'))).rejects.toThrow(/read-only/)
  })

  it('keeps a savepoint’s failure to itself', async () => {
    const count = await withTenant(a, async (db) => {
      await db.link.create({ data: { position: 1, label: {}, url: 'https://a.example' } })
      await db.savepoint(() => db.account.create({ data: account('one@fan.example') })).catch(() => undefined)
      return db.link.count()
    })
    expect(count).toBe(1)
  })

  it('forgets a deleted picture in what showed it, and keeps the tenant of that row', async () => {
    const mix = await withTenant(a, async (db) => {
      const media = await db.mediaItem.create({
        data: { objectKey: 'k2', filename: 'f', contentType: 'image/png', bytes: 1, width: 1, height: 1, sha256: 'b' },
      })
      const made = await db.mix.create({ data: { slug: 'kept', title: 'Kept', recordedOn: new Date(0), artworkId: media.id } })
      await db.mediaItem.delete({ where: db.key(media.id) })
      return db.mix.findFirst({ where: { id: made.id } })
    })
    expect(mix).toMatchObject({ artworkId: null, tenantId: a.tenantId })
  })
})

describe('the search text of a mix', () => {
  it('holds title, artists and tracks without accents, and follows the tracklist', async () => {
    const text = await withTenant(a, async (db) => {
      const mix = await db.mix.create({ data: { slug: 'noche', title: 'Noche de São João', recordedOn: new Date(0) } })
      await db.track.createMany({ data: [{ mixId: mix.id, position: 1, startMs: 0, title: 'Café', artist: 'Zoë' }] })
      return (await db.mix.findFirstOrThrow({ where: { id: mix.id } })).searchText
    })
    expect(text).toBe('noche de sao joao zoe cafe')
  })
})

describe('roles', () => {
  it('lets the serving roles serve', async () => {
    await expect(Promise.all([assertServingRole('app'), assertServingRole('platform'), assertServingRole('relay')])).resolves.toBeDefined()
  })

  it('refuses to serve as a role that owns or bypasses', async () => {
    process.env.DATABASE_URL = database.urls.DATABASE_OWNER_URL
    const { execFileSync } = await import('node:child_process')
    const script = `import { assertServingRole } from ${JSON.stringify(new URL('../index.ts', import.meta.url).href)}; assertServingRole('app').then(() => process.exit(0), (e) => { console.error(e.message); process.exit(3) })`
    expect(() =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { env: process.env, stdio: 'pipe' }),
    ).toThrow(/Refusing to serve/)
    process.env.DATABASE_URL = database.urls.DATABASE_URL
  })
})

describe('hosts and revisions', () => {
  it('resolves a slug and a routed domain, and nothing that is merely added or proved', async () => {
    await withOwnerSql((client) =>
      client.query(
        `insert into host (hostname, tenant_id, state, is_primary) values ('alpha.example', $1, 'routed', true), ('early.example', $1, 'proved', false)`,
        [a.tenantId],
      ),
    )
    expect(await resolveHost({ slug: 'ALPHA' })).toMatchObject({ tenantId: a.tenantId, primaryHost: 'alpha.example' })
    expect(await resolveHost({ hostname: 'Alpha.example' })).toMatchObject({ tenantId: a.tenantId })
    expect(await resolveHost({ hostname: 'early.example' })).toBeNull()
    expect(await resolveHost({ hostname: 'alpha' })).toBeNull()
  })

  it('announces a raised revision to whoever listens', async () => {
    const heard: [string, number][] = []
    const listener = listenForRevisions({
      onChange: (tenantId, revision) => heard.push([tenantId, revision]),
      onReconnect: () => undefined,
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const revision = await withTenant(b, raiseRevision)
    await expect.poll(() => heard).toContainEqual([b.tenantId, revision])
    await listener.close()
  })

  it('hears again after its connection was cut, says so once each way, and tells that something may have been missed', async () => {
    const lines: string[] = []
    const say = (_facts: object, line: string): number => lines.push(line)
    let gaps = 0
    const heard: number[] = []
    const listener = listenForRevisions({
      onChange: (_tenantId, revision) => heard.push(revision),
      onReconnect: () => {
        gaps += 1
      },
      log: { warn: say, info: say } as never,
    })
    await expect.poll(() => gaps).toBe(1)
    // Nobody is let in for a while: every try to come back fails.
    const at = (url: string) => new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).toString() })
    const [owner, own] = [at(database.urls.DATABASE_OWNER_URL), at(database.urls.DATABASE_URL)]
    await Promise.all([owner.connect(), own.connect()])
    await owner.query(`alter database "${database.name}" connection limit 0`)
    const cut = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query ilike $2'
    expect((await own.query(cut, [database.name, 'listen %'])).rowCount).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    await owner.query(`alter database "${database.name}" connection limit -1`)
    expect(lines).toHaveLength(1)
    await Promise.all([owner.end(), own.end()])
    await expect.poll(() => gaps, { timeout: 10_000 }).toBe(2)
    const revision = await withTenant(b, raiseRevision)
    await expect.poll(() => heard).toContainEqual(revision)
    expect(lines).toEqual([expect.stringContaining('lost'), expect.stringContaining('heard again')])
    await listener.close()
  })
})

describe('the relay', () => {
  it('sees the jobs of every tenant, in turn, and deletes only what was enqueued', async () => {
    for (let index = 0; index < 3; index += 1)
      await withTenant(a, (db) => db.outboxEvent.create({ data: { job: 'session.sweep', payload: { index } } }))
    await withTenant(b, (db) => db.outboxEvent.create({ data: { job: 'session.sweep', payload: {} } }))
    const seen: string[] = []
    await relayOutbox({ most: 2, perTenant: 2 }, async (rows) => {
      seen.push(...rows.map((row) => row.tenantId))
      return rows.map((row) => row.id)
    })
    expect(new Set(seen)).toEqual(new Set([a.tenantId, b.tenantId]))
    await expect(relayOutbox({ most: 9, perTenant: 9 }, async () => Promise.reject(new Error('queue gone')))).rejects.toThrow('queue gone')
    const left = await database.asOwner<{ n: number }>('select count(*)::int as n from outbox_event')
    expect(left[0]?.n).toBe(2)
  })
})

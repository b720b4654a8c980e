import { readTenant, tenantRef } from '@residency/db'
import pg from 'pg'
import { type BenchContext, type Benchmark, compare, rate, slug } from './benchmark.ts'

const pairs = 10
const seconds = 1
/** As many as one tenant may have open in a process. */
const at = 4

/** What the home asks. `mine` stands where somebody without row security has to name the tenant. */
const statements = (mine: (alias: string) => string) => ({
  mixes: `select m.id, m.slug, m.title, m.description, m.duration_ms, m.genre, m.moods, m.published_at, a.id as artwork, a.width, a.height
    from mix m left join media_item a on a.id = m.artwork_id ${mine('a')}
    where m.publication = 'published' and m.published_at <= now() ${mine('m')} order by m.published_at desc, m.id desc limit 13`,
  tracks: (next: number) =>
    `select t.position, t.start_ms, t.title, t.artist from track t where t.mix_id = $${next} ${mine('t')} order by t.position`,
  events: `select e.id, e.slug, e.title, e.starts_at, e.venue, e.city from event e
    where e.publication = 'published' and e.starts_at > now() ${mine('e')} order by e.starts_at, e.id limit 5`,
  about: `select p.published_blocks from page p where p.kind = 'about' and p.published_at is not null ${mine('p')} limit 1`,
  picture: (next: number) => `select a.id, a.width, a.height, a.alt from media_item a where a.id = $${next} ${mine('a')}`,
})

interface MixRow extends pg.QueryResultRow {
  id: string
  artwork: string | null
}

async function run({ owner, installation }: BenchContext) {
  const { rows } = await owner.query<{ id: string }>('select id from tenant where slug = $1', [slug])
  const tenantId = rows[0]?.id ?? ''
  const ref = tenantRef('cli', tenantId)
  const locked = statements(() => '')
  const underRowSecurity = () =>
    readTenant(ref, async (sql) => {
      const [first] = await sql.query<MixRow>('bench_mixes', locked.mixes)
      if (!first) throw new Error('the demo tenant has no mix')
      await sql.query('bench_tracks', locked.tracks(1), [first.id])
      await sql.query('bench_events', locked.events)
      await sql.query('bench_about', locked.about)
      await sql.query('bench_picture', locked.picture(1), [first.artwork])
    })

  const pool = new pg.Pool({ connectionString: installation.services.env.DATABASE_OWNER_URL, max: 10 })
  const open = statements((alias) => `and ${alias}.tenant_id = $1`)
  const byHand = async () => {
    const client = await pool.connect()
    try {
      const ask = (name: string, text: string, ...more: unknown[]) => client.query({ name, text, values: [tenantId, ...more] })
      await client.query('begin read only')
      const [first] = (await ask('mixes', open.mixes)).rows as MixRow[]
      await ask('tracks', open.tracks(2), first?.id)
      await ask('events', open.events)
      await ask('about', open.about)
      await ask('picture', open.picture(2), first?.artwork)
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  try {
    const ours = () => rate(underRowSecurity, { seconds, at })
    const bare = () => rate(byHand, { seconds, at })
    await ours()
    await bare()
    return [{ name: 'data.home.rls', unit: 'transactions/s', ...(await compare(ours, bare, pairs)) }]
  } finally {
    await pool.end()
  }
}

export const dataHomeRls: Benchmark = { name: 'data.home.rls', run }

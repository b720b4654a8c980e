import { randomUUID } from 'node:crypto'
import { type TenantRef, writeTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext } from '../context/index.ts'
import { signedIn } from '../testing/index.ts'
import { type HeardPlay, recordBeats, rollUpPlays } from './index.ts'

let database: TestDatabase
let ref: TenantRef
let other: TenantRef
let fan: AccountContext
let mixId: string
const hour = 3_600_000

async function plantMix(of: TenantRef): Promise<string> {
  const [row] = await database.asOwner<{ id: string }>(
    `insert into mix (tenant_id, slug, title, recorded_on, duration_ms, publication, published_at, updated_at) values ($1, $2, 'A mix', now(), 3600000, 'published', now(), now()) returning id`,
    [of.tenantId, `mix-${randomUUID().slice(0, 8)}`],
  )
  return row?.id ?? ''
}

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant()
  other = await database.createTenant()
  fan = await signedIn(ref)
  mixId = await plantMix(ref)
})
afterAll(() => database.drop())

const play = (more: Partial<HeardPlay> = {}): HeardPlay => ({
  playId: randomUUID(),
  mixId,
  startedAt: new Date(Date.now() - 2 * hour),
  source: 'site',
  quality: 'aac128',
  durationMs: hour,
  recordingId: null,
  kind: 'fan',
  listener: 'someone',
  isMember: false,
  country: 'GB',
  device: 'phone',
  browser: 'Firefox',
  accountId: null,
  beats: [{ seq: 0, fromS: 0, toS: 10 }],
  ...more,
})
const record = (plays: HeardPlay[], of = ref) => recordBeats(of, plays, new Date())

interface Kept {
  listened: number
  counted: boolean
  finished: boolean
  kind: string
  ranges: string
  beats: number
}
const keptText = `select p.listened_ms / 1000 as listened, p.counted, p.finished, p.kind::text, p.ranges::text,
  (select count(*)::int from play_beat b where b.id = p.id) as beats from play p where p.id = $1`
const kept = (id: string) => database.asOwner<Kept>(keptText, [id])

describe('a play', () => {
  it('is what was heard of it, once each second', async () => {
    const one = play({
      beats: [
        { seq: 0, fromS: 0, toS: 10 },
        { seq: 1, fromS: 5, toS: 20 },
        { seq: 2, fromS: 100, toS: 105 },
      ],
    })
    await record([one])
    expect(await kept(one.playId)).toEqual([
      { listened: 25, counted: false, finished: false, kind: 'fan', ranges: '{[0,20),[100,105)}', beats: 3 },
    ])
    await record([{ ...one, beats: [{ seq: 3, fromS: 105, toS: 110 }] }])
    expect(await kept(one.playId)).toMatchObject([{ listened: 30, counted: true, finished: false }])
  })

  it('of a short mix counts from its half on, and is finished at 95 %', async () => {
    const short = play({ durationMs: 40_000, beats: [{ seq: 0, fromS: 0, toS: 19 }] })
    await record([short])
    expect(await kept(short.playId)).toMatchObject([{ counted: false }])
    await record([{ ...short, beats: [{ seq: 1, fromS: 19, toS: 20 }] }])
    expect(await kept(short.playId)).toMatchObject([{ counted: true, finished: false }])
    await record([{ ...short, beats: [{ seq: 2, fromS: 20, toS: 38 }] }])
    expect(await kept(short.playId)).toMatchObject([{ finished: true, listened: 38 }])
  })

  it('never goes beyond the mix’s own end', async () => {
    const long = play({ durationMs: 40_500, beats: [{ seq: 0, fromS: 30, toS: 900 }] })
    await record([long, { ...long, beats: [{ seq: 1, fromS: 50, toS: 60 }] }])
    expect(await kept(long.playId)).toMatchObject([{ ranges: '{[30,41)}' }])
  })

  it('keeps the start of the beat that came first, however the clock is set later', async () => {
    const one = play()
    await record([one])
    await record([{ ...one, startedAt: new Date(one.startedAt.getTime() + 90_000), beats: one.beats }])
    await record([{ ...one, startedAt: new Date(one.startedAt.getTime() - hour), beats: [{ seq: 1, fromS: 10, toS: 20 }] }])
    expect(await kept(one.playId)).toMatchObject([{ listened: 20, beats: 2 }])
  })

  it('that heard more than time allows is a bot’s from then on', async () => {
    const one = play({ startedAt: new Date(Date.now() - 10_000), beats: [{ seq: 0, fromS: 0, toS: 600 }] })
    await record([one])
    expect(await kept(one.playId)).toMatchObject([{ kind: 'bot' }])
    await record([{ ...one, startedAt: new Date(Date.now() - 2 * hour), beats: [{ seq: 1, fromS: 600, toS: 601 }] }])
    expect(await kept(one.playId)).toMatchObject([{ kind: 'bot' }])
  })

  it('cannot become another mix’s, nor another tenant’s', async () => {
    const one = play()
    await record([one])
    await record([{ ...one, mixId: await plantMix(ref), beats: [{ seq: 7, fromS: 50, toS: 60 }] }])
    await record([{ ...one, beats: [{ seq: 8, fromS: 50, toS: 60 }] }], other)
    const rows = await kept(one.playId)
    expect(rows).toHaveLength(2)
    expect(rows.map(({ listened }) => listened)).toEqual([10, 10])
  })

  it('enters the history of somebody signed in, unless they switched it off', async () => {
    const accountId = fan.actor.accountId
    const entries = () => database.asOwner<{ id: string }>('select id, listened_ms from listening_entry where account_id = $1', [accountId])
    const short = play({ accountId })
    await record([short])
    expect(await entries()).toEqual([])
    await record([{ ...short, beats: [{ seq: 1, fromS: 10, toS: 50 }] }])
    await record([{ ...short, beats: [{ seq: 2, fromS: 50, toS: 60 }] }])
    expect(await entries()).toEqual([{ id: short.playId, listened_ms: 60_000 }])
    await database.asOwner('update account set history_off = true where id = $1', [accountId])
    await record([play({ accountId, beats: [{ seq: 0, fromS: 0, toS: 60 }] })])
    expect(await entries()).toHaveLength(1)
    // Nothing in a play leads to a person.
    const columns = await database.asOwner<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name in ('play', 'play_beat', 'play_hour')`,
    )
    expect(columns.map(({ column_name }) => column_name).filter((name) => /account|session|address|ip|agent/.test(name))).toEqual([])
  })
})

describe('beats that come in any order, several times, at once', () => {
  it('count exactly once', async () => {
    const beats = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 12 })
    const plan = fc.record({
      plays: fc.array(beats, { minLength: 1, maxLength: 4 }),
      order: fc.infiniteStream(fc.nat()),
      copies: fc.integer({ min: 1, max: 3 }),
      together: fc.integer({ min: 1, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ plays, order, copies, together }) => {
        const wanted = plays.map((each) => {
          const seconds = new Set(each.flatMap(([from, length]) => Array.from({ length }, (_, index) => from + index)))
          const told = play({ beats: each.map(([fromS, length], seq) => ({ seq, fromS, toS: fromS + length })) })
          return { told, listened: seconds.size, count: each.length }
        })
        // Every beat a delivery of its own, each several times, from a clock that wavers.
        const deliveries = wanted
          .flatMap(({ told }) => told.beats.map((beat) => ({ ...told, beats: [beat] })))
          .flatMap((one) =>
            Array.from({ length: copies }, (_, copy) => ({ ...one, startedAt: new Date(one.startedAt.getTime() + copy * 700) })),
          )
          .map((one) => ({ one, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        while (deliveries.length > 0) {
          const wave = Array.from({ length: together }, () => deliveries.splice(0, 3)).filter((batch) => batch.length > 0)
          await Promise.all(wave.map((batch) => record(batch)))
        }
        for (const { told, listened, count } of wanted) expect(await kept(told.playId)).toMatchObject([{ listened, beats: count }])
      }),
      { numRuns: 12 },
    )
  })
})

describe('the roll-up', () => {
  const sums = (table: 'raw' | 'rolled') =>
    database.asOwner(
      table === 'rolled'
        ? `select hour, mix_id, kind::text, sum(plays)::int as plays, sum(listened_ms)::int as ms, sum(finished)::int as finished from play_hour where tenant_id = $1 group by 1, 2, 3 order by 1, 2, 3`
        : `select date_trunc('hour', started_at, 'UTC') as hour, mix_id, kind::text, (count(*) filter (where counted))::int as plays, sum(listened_ms)::int as ms,
             (count(*) filter (where counted and finished))::int as finished from play where tenant_id = $1 group by 1, 2, 3 order by 1, 2, 3`,
      [ref.tenantId],
    )
  const due = () => database.asOwner('select 1 from play_hour_due where tenant_id = $1', [ref.tenantId])

  it('equals the raw, and leaves nothing due', async () => {
    await record([play({ startedAt: new Date(Date.now() - 30 * hour), beats: [{ seq: 0, fromS: 0, toS: 3_500 }] })])
    expect(await rollUpPlays({ ref })).toBeGreaterThan(0)
    expect(await sums('rolled')).toEqual(await sums('raw'))
    expect(await due()).toEqual([])
    expect(await rollUpPlays({ ref })).toBe(0)
  })

  it('is made anew for an hour into which a late beat falls', async () => {
    const late = play({ startedAt: new Date(Date.now() - 30 * hour), beats: [{ seq: 0, fromS: 0, toS: 100 }] })
    await record([late])
    await rollUpPlays({ ref })
    await record([{ ...late, beats: [{ seq: 1, fromS: 100, toS: 200 }] }])
    expect(await due()).toHaveLength(1)
    await rollUpPlays({ ref })
    expect(await sums('rolled')).toEqual(await sums('raw'))
  })

  it('leaves an hour due that changed while it was being summed', async () => {
    const one = play()
    await record([one])
    const [before] = await database.asOwner<{ version: number }>('select max(version) as version from play_hour_due where tenant_id = $1', [
      ref.tenantId,
    ])
    // As a roll-up does that read the old version.
    await record([{ ...one, beats: [{ seq: 1, fromS: 10, toS: 50 }] }])
    await writeTenant(ref, (sql) => sql.query('test_settle', 'delete from play_hour_due where version = $1', [before?.version]))
    expect((await due()).length).toBeGreaterThan(0)
    await rollUpPlays({ ref })
    expect(await sums('rolled')).toEqual(await sums('raw'))
  })

  it('sees its own tenant alone', async () => {
    await record([play()])
    expect(await rollUpPlays({ ref: other })).toBe(1)
    expect((await due()).length).toBe(1)
  })
})

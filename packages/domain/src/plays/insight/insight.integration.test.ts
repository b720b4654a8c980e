import { randomUUID } from 'node:crypto'
import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext } from '../../context/index.ts'
import { signedIn } from '../../testing/index.ts'
import { exportPlays, exportRetention, getInsight, getPlaysGlance, type HeardPlay, recordBeats, rollUpPlays } from '../index.ts'

let database: TestDatabase
let ref: TenantRef
let editor: AccountContext
let mixId = ''
const hour = 3_600_000

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant()
  editor = await signedIn(ref, { role: 'editor' })
  const [mix] = await database.asOwner<{ id: string }>(
    `insert into mix (tenant_id, slug, title, recorded_on, duration_ms, publication, published_at, updated_at) values ($1, 'one', '=HYPERLINK("x")', now(), 100000, 'published', now(), now()) returning id`,
    [ref.tenantId],
  )
  mixId = mix?.id ?? ''
  for (const [position, startMs] of [
    [1, 0],
    [2, 50_000],
  ])
    await database.asOwner(
      `insert into track (tenant_id, mix_id, position, start_ms, title, artist) values ($1, $2, $3, $4, 'Track', 'Somebody')`,
      [ref.tenantId, mixId, position, startMs],
    )
  await recordBeats(
    ref,
    [
      play({ listener: 'a', beats: [{ seq: 0, fromS: 0, toS: 100 }] }),
      play({ listener: 'b', country: 'FR', device: 'computer', source: 'embed', beats: [{ seq: 0, fromS: 0, toS: 50 }] }),
      play({ listener: 'b', beats: [{ seq: 0, fromS: 0, toS: 10 }] }),
      play({ listener: 'c', startedAt: new Date(Date.now() - 26 * hour), beats: [{ seq: 0, fromS: 0, toS: 50 }] }),
      play({ kind: 'crew', beats: [{ seq: 0, fromS: 0, toS: 100 }] }),
      play({ kind: 'bot', beats: [{ seq: 0, fromS: 0, toS: 100 }] }),
    ],
    new Date(),
  )
})
afterAll(() => database.drop())

const play = (more: Partial<HeardPlay> = {}): HeardPlay => ({
  ...{ playId: randomUUID(), mixId, startedAt: new Date(Date.now() - 2 * hour), source: 'site', quality: 'aac128', durationMs: 100_000 },
  ...{
    recordingId: null,
    kind: 'fan',
    listener: 'someone',
    isMember: false,
    country: 'GB',
    device: 'phone',
    browser: 'Firefox',
    accountId: null,
  },
  ...{ beats: [], ...more },
})

describe('insight', () => {
  it('says the same before, while and after the hours are rolled up', async () => {
    const before = await getInsight(editor, {})
    expect(before).toMatchObject({
      days: 28,
      totals: { plays: 3, listeners: 3, listenedMs: 210_000, finished: 1 },
      before: { plays: 0, listeners: 0 },
      apart: { crew: 1, bots: 1 },
      sources: [
        { name: 'site', plays: 2 },
        { name: 'embed', plays: 1 },
      ],
      countries: [
        { name: 'GB', plays: 2 },
        { name: 'FR', plays: 1 },
      ],
      mixes: [{ mixId, plays: 3, listeners: 3, finished: 1 }],
    })
    expect(before.steps).toHaveLength(28)
    expect(before.steps.reduce((sum, { plays }) => sum + plays, 0)).toBe(3)
    expect(before.clock.reduce((sum, plays) => sum + plays, 0)).toBe(3)
    await rollUpPlays({ ref })
    expect(await getInsight(editor, {})).toEqual(before)
    // One hour is due again, the other is not.
    const late = play({ listener: 'd', beats: [{ seq: 0, fromS: 0, toS: 60 }] })
    await recordBeats(ref, [late], new Date())
    expect((await getInsight(editor, {})).totals).toMatchObject({ plays: 4, listenedMs: 270_000 })
    await database.asOwner('delete from play where id = $1', [late.playId])
    await rollUpPlays({ ref })
    expect((await getPlaysGlance(editor)).week).toEqual({ plays: 3, listenedMs: 210_000, finished: 1 })
  })

  it('of a mix shows each second’s and each track’s share of the plays', async () => {
    const { mix } = await getInsight(editor, { mixId })
    expect(mix?.retention).toMatchObject({ plays: 3, seconds: 100, halfAtS: 49 })
    expect(mix?.retention.columns.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 1))
    expect(mix?.retention.columns[60]).toBeCloseTo(1 / 3)
    expect(mix?.retention.tracks.map(({ share }) => Math.round(share * 100))).toEqual([100, 33])
  })

  it('is exported whole, and runs nothing in a spreadsheet', async () => {
    const csv = await exportPlays(editor, {})
    const lines = csv.trim().split('\r\n')
    expect(lines[0]).toContain('hour_utc,hour_local,mix_id,mix,kind')
    expect(lines.length).toBe(6)
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    const seconds = (await exportRetention(editor, { mixId })).trim().split('\r\n')
    expect(seconds).toHaveLength(101)
    expect(seconds[100]).toBe('99,1,0.3333,Somebody – Track')
  })

  it('is for editors and those above, of their own mixes', async () => {
    const moderator = await signedIn(ref, { role: 'moderator' })
    for (const ask of [getInsight, exportPlays]) {
      await expect(ask(moderator, {})).rejects.toMatchObject({ code: 'forbidden' })
      await expect(ask(editor, { mixId: randomUUID() })).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})

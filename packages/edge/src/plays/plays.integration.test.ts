import { randomUUID } from 'node:crypto'
import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import type { AccountContext } from '@residency/domain/context'
import { signedIn } from '@residency/domain/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveTestSite, type TestAnswer, type TestSite } from '../testing/serve-test-site.ts'

let database: TestDatabase
let alpha: TenantRef
let beta: TenantRef
let site: TestSite
let mixId = ''
let foreignId = ''
let draftId = ''
let fan: AccountContext & { token: string }
let editor: AccountContext & { token: string }

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

async function plantMix(ref: TenantRef, publication = 'published'): Promise<string> {
  const [row] = await database.asOwner<{ id: string }>(
    `insert into mix (tenant_id, slug, title, recorded_on, duration_ms, publication, published_at, updated_at)
     values ($1, $2, 'A mix', now(), 600000, $3::"Publication", now() - interval '1 day', now()) returning id`,
    [ref.tenantId, `mix-${randomUUID().slice(0, 8)}`, publication],
  )
  return row?.id ?? ''
}

beforeAll(async () => {
  database = await createTestDatabase()
  alpha = await database.createTenant('alpha')
  beta = await database.createTenant('beta')
  mixId = await plantMix(alpha)
  draftId = await plantMix(alpha, 'draft')
  foreignId = await plantMix(beta)
  fan = await signedIn(alpha)
  editor = await signedIn(alpha, { role: 'editor' })
  site = await serveTestSite(async () => new Response('a page'))
})
afterAll(async () => {
  await site.close()
  await database.drop()
})

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const play = (more: object = {}) => ({
  ...{ playId: randomUUID(), mixId, startedAt: minutesAgo(5), source: 'site', quality: 'aac128', durationMs: 1_000 },
  ...{ beats: [{ seq: 0, fromS: 0, toS: 40 }], ...more },
})
interface Said {
  acknowledged: { playId: string; seq: number }[]
  dropped: { playId: string; reason: string }[]
}
function post(body: unknown, headers: Record<string, string> = {}, host = 'alpha.localhost'): Promise<TestAnswer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const own = {
    origin: `http://${host}`,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    'user-agent': phone,
  }
  return site.ask('/plays', { method: 'POST', host, headers: { ...own, ...headers }, body: text })
}
const report = async (plays: object[], headers: Record<string, string> = {}, deviceNow = new Date().toISOString()) => {
  const answer = await post({ plays, deviceNow }, headers)
  expect(answer.status, answer.text).toBe(202)
  return JSON.parse(answer.text) as Said
}
const kept = (id: string) =>
  database.asOwner<{
    kind: string
    device: string
    listened_ms: number
    is_member: boolean
    started_at: Date
    duration_ms: number
    listener: string
  }>('select * from play where id = $1', [id])

describe('a report of plays', () => {
  it('is acknowledged when it is committed, with the mix’s own length and what the browser says in coarse words', async () => {
    const one = play()
    expect(await report([one])).toEqual({ acknowledged: [{ playId: one.playId, seq: 0 }], dropped: [] })
    expect(await kept(one.playId)).toMatchObject([
      { kind: 'fan', device: 'phone', listened_ms: 40_000, is_member: false, duration_ms: 600_000 },
    ])
  })

  it('is taken as a beacon sends it', async () => {
    const one = play()
    await report([one], { 'content-type': 'text/plain;charset=UTF-8' })
    expect(await kept(one.playId)).toHaveLength(1)
  })

  it('counts once though it comes many times at once', async () => {
    const one = play()
    await Promise.all(Array.from({ length: 20 }, () => report([one])))
    expect(await kept(one.playId)).toMatchObject([{ listened_ms: 40_000 }])
    expect(await database.asOwner('select 1 from play_beat where id = $1', [one.playId])).toHaveLength(1)
  })

  it('tells fans, crew and bots apart, and a member without saying who', async () => {
    const [mine, crews, bots] = [play(), play(), play()]
    await report([mine], { cookie: `__Host-session=${fan.token}` })
    await report([crews], { cookie: `__Host-session=${editor.token}` })
    await report([bots], { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' })
    expect(await kept(mine.playId)).toMatchObject([{ kind: 'fan', is_member: true }])
    expect(await kept(crews.playId)).toMatchObject([{ kind: 'crew' }])
    expect(await kept(bots.playId)).toMatchObject([{ kind: 'bot', is_member: false }])
    const [first] = await kept(mine.playId)
    expect(first?.listener).toMatch(/^[\w-]{22}$/)
  })

  it('sets a device’s clock right by what it says of now', async () => {
    const year = 365 * 24 * 3_600_000
    const one = play({ startedAt: new Date(Date.now() - year - 300_000).toISOString() })
    await report([one], {}, new Date(Date.now() - year).toISOString())
    const [row] = await kept(one.playId)
    expect(Math.abs(Date.now() - 300_000 - (row?.started_at.getTime() ?? 0))).toBeLessThan(30_000)
  })

  it('drops quietly what is too old, ahead of time, a draft, foreign or nothing at all, and says so', async () => {
    const plays = [
      play({ startedAt: minutesAgo(8 * 24 * 60) }),
      play({ startedAt: minutesAgo(-10) }),
      play({ mixId: draftId }),
      play({ mixId: foreignId }),
      play({ mixId: randomUUID() }),
    ]
    const said = await report(plays)
    expect(said.acknowledged).toHaveLength(5)
    expect(new Map(said.dropped.map(({ playId, reason }) => [playId, reason]))).toEqual(
      new Map(plays.map(({ playId }, index) => [playId, ['too_old', 'future', 'unknown_mix', 'unknown_mix', 'unknown_mix'][index]])),
    )
    for (const { playId } of plays) expect(await kept(playId)).toEqual([])
  })

  it('of a draft is taken from its crew', async () => {
    const one = play({ mixId: draftId })
    expect((await report([one], { cookie: `__Host-session=${editor.token}` })).dropped).toEqual([])
  })
})

describe('what is no report', () => {
  const good = () => ({ plays: [play()], deviceNow: new Date().toISOString() })

  it.each([
    ['another site’s', { origin: 'http://beta.localhost' }, 403],
    ['nobody’s', { origin: '' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 422],
  ])('%s is refused', async (_what, headers, status) => {
    const body = good()
    expect((await post(body, headers)).status).toBe(status)
    expect(await kept(body.plays[0]?.playId ?? '')).toEqual([])
  })

  it.each([
    ['no JSON', 'x'],
    ['nothing', '{}'],
    ['a backward beat', JSON.stringify({ deviceNow: new Date(), plays: [{ ...play(), beats: [{ seq: 0, fromS: 10, toS: 10 }] }] })],
    ['an id that is none', JSON.stringify({ deviceNow: new Date(), plays: [{ ...play(), playId: "' or 1=1" }] })],
    ['a source of markup', JSON.stringify({ deviceNow: new Date(), plays: [{ ...play(), source: '<b>' }] })],
    ['seconds beyond any mix', JSON.stringify({ deviceNow: new Date(), plays: [{ ...play(), beats: [{ seq: 0, fromS: 0, toS: 1e9 }] }] })],
  ])('%s is refused', async (_what, body) => expect((await post(body)).status).toBe(422))

  it('is refused when it is too long, said or unsaid', async () => {
    expect((await post('x'.repeat(200_000))).status).toBe(413)
    const unsaid = await site
      .ask('/plays', {
        method: 'POST',
        rawHeaders: [
          'host',
          'alpha.localhost',
          'origin',
          'http://alpha.localhost',
          'content-type',
          'application/json',
          'transfer-encoding',
          'chunked',
        ],
        body: 'x'.repeat(200_000),
      })
      .catch(() => ({ status: 413 }))
    expect(unsaid.status).toBe(413)
  })

  it('has no other method and no unknown host', async () => {
    expect((await site.ask('/plays')).status).toBe(405)
    expect((await post(good(), {}, 'nobody.localhost')).status).toBe(404)
  })
})

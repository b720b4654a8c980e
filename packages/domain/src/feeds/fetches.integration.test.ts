import { buffer } from 'node:stream/consumers'
import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { tenantStorage } from '@residency/integrations/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext, TenantContext } from '../context/index.ts'
import { createTier, grantMembership, tierTemplates } from '../fan-club/index.ts'
import { getInsight, rollUpPlays } from '../plays/index.ts'
import { type PlantedRecording, plantRecording, signedIn, visitor } from '../testing/index.ts'
import { type EpisodeAsk, openEpisode, renewMyFeed, requireMemberPodcast } from './index.ts'

let database: TestDatabase
let ref: TenantRef
let owner: AccountContext

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant('fetched', { name: 'Fetched' })
  owner = await signedIn(ref, { role: 'owner' })
})
afterAll(async () => {
  await tenantStorage(ref.tenantId).deleteUnder('audio')
  await database.drop()
})

const overcast = 'Overcast/3.0 (+http://overcast.fm/; iOS podcast app)'
const by = (userAgent: string | null, ipPrefix = '203.0.113.0/24'): TenantContext => ({ ...visitor(ref), userAgent, ipPrefix })
/** Four minutes. */
const plantEpisode = (): Promise<PlantedRecording> => plantRecording(ref, { segmentBytes: 1_000, segments: 40 })
/** The part between two shares of the file. */
async function fetchPart(ctx: TenantContext, ask: EpisodeAsk, from = 0, to = 1): Promise<void> {
  const { bytes, read } = await openEpisode(ctx, ask)
  await buffer(read(Math.floor(bytes * from), Math.floor(bytes * to) - 1))
}
const told = (mixId: string) => getInsight(owner, { mixId })
const nothing = { plays: 0, listeners: 0, listenedMs: 0, finished: 0 }

describe('an episode that an app fetches', () => {
  it('counts once a day, in however many requests and however often they come, and is in no other figure', async () => {
    const { mixId } = await plantEpisode()
    const ctx = by(overcast)
    await Promise.all([fetchPart(ctx, { mixId }, 0, 0.5), fetchPart(ctx, { mixId }, 0.5, 1), fetchPart(ctx, { mixId }, 0.25, 0.75)])
    await fetchPart(ctx, { mixId })
    for (const rolledUp of [false, true]) {
      if (rolledUp) await rollUpPlays({ ref })
      const { sources, totals, apart, mix } = await told(mixId)
      expect(sources).toEqual([{ name: 'feed', plays: 1 }])
      expect(totals).toEqual(nothing)
      expect(apart).toEqual({ crew: 0, bots: 0, feed: 1 })
      expect(mix?.retention.plays).toBe(0)
    }
  })

  it('counts when a minute of it has left, put together from what came before', async () => {
    const { mixId } = await plantEpisode()
    const ctx = by(overcast)
    await fetchPart(ctx, { mixId }, 0, 0.2)
    await fetchPart(ctx, { mixId }, 0, 0.2)
    expect((await told(mixId)).apart.feed).toBe(0)
    await fetchPart(ctx, { mixId }, 0.6, 0.7)
    expect((await told(mixId)).apart.feed).toBe(1)
  })

  it('counts what was taken, not what was asked for', async () => {
    const { mixId } = await plantEpisode()
    const { bytes, read } = await openEpisode(by(overcast), { mixId })
    for await (const _chunk of read(0, bytes - 1)) break
    expect((await told(mixId)).apart.feed).toBe(0)
  })

  it('counts again for another app or network, and apart for machines', async () => {
    const { mixId } = await plantEpisode()
    for (const ctx of [by(overcast), by(overcast, '198.51.100.0/24'), by('AntennaPod/3.4.0'), by('curl/8.5.0'), by(null)])
      await fetchPart(ctx, { mixId })
    expect((await told(mixId)).apart).toEqual({ crew: 0, bots: 2, feed: 3 })
  })

  it('of a member’s own feed is one, wherever they are and whatever app they use', async () => {
    const fields = tierTemplates[0]?.tiers[0]?.fields
    if (!fields) throw new Error('no template')
    const member = await signedIn(ref, { email: 'member@fan.example' })
    const tier = await createTier(owner, { ...fields, name: { en: 'Regular' }, description: {} })
    await grantMembership(owner, { email: 'member@fan.example', tierId: tier.id, lastDay: null, note: '' })
    const { mixId } = await plantEpisode()
    const { token } = await renewMyFeed(member)
    const { episodes } = await requireMemberPodcast(visitor(ref), { unverifiedToken: token })
    const unverifiedTicket = episodes.find((episode) => episode.mixId === mixId)?.ticket ?? ''
    for (const ctx of [by(overcast), by(overcast, '198.51.100.0/24'), by('AntennaPod/3.4.0')]) await fetchPart(ctx, { unverifiedTicket })
    expect((await told(mixId)).apart.feed).toBe(1)
  })

  it('leaves nothing that names who fetched it', async () => {
    const rows = await database.asOwner<{ row: string }>(`select p::text as row from play p where kind = 'feed'`)
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) expect(row).not.toMatch(/203\.0\.113|198\.51|overcast|member@/i)
  })
})

import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import type { AccountContext } from '@residency/domain/context'
import { createTier, endMembership, grantMembership, tierTemplates } from '@residency/domain/fan-club'
import { hashToken, randomToken } from '@residency/domain/secrets'
import { issueTicket, requirePlayable, ticketMs, ticketRenewMs } from '@residency/domain/streaming'
import { type PlantedRecording, plantRecording, signedIn, visitor } from '@residency/domain/testing'
import { tenantStorage } from '@residency/integrations/storage'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { serveTestSite, type TestSite } from '../testing/serve-test-site.ts'

let database: TestDatabase
let alpha: TenantRef
let beta: TenantRef
let site: TestSite
let owner: AccountContext
let top: AccountContext
let middle: AccountContext
let topMembership = ''
let topTier = ''
let mix: PlantedRecording
let foreign: PlantedRecording

const noApp = async () => new Response('a page')
const ask = { link: null, recordingId: null }
const masterOf = async (ctx: Parameters<typeof requirePlayable>[0], mixId: string, link: string | null = null) => {
  const { stream } = await requirePlayable(ctx, { ...ask, mixId, link })
  return `/stream/${stream?.ticket}`
}

beforeAll(async () => {
  database = await createTestDatabase()
  alpha = await database.createTenant('alpha', { name: 'Alpha' })
  beta = await database.createTenant('beta', { name: 'Beta' })
  owner = await signedIn(alpha, { role: 'owner' })
  top = await signedIn(alpha, { email: 'top@fan.example' })
  middle = await signedIn(alpha, { email: 'middle@fan.example' })
  const tiers = []
  for (const { key, fields } of tierTemplates[0]?.tiers ?? [])
    tiers.push(await createTier(owner, { ...fields, name: { en: key }, description: {} }))
  topTier = tiers.at(-1)?.id ?? ''
  topMembership = (await grantMembership(owner, { email: 'top@fan.example', tierId: topTier, lastDay: null, note: '' })).membershipId
  await grantMembership(owner, { email: 'middle@fan.example', tierId: tiers[0]?.id ?? '', lastDay: null, note: '' })
  mix = await plantRecording(alpha)
  foreign = await plantRecording(beta)
  site = await serveTestSite(noApp)
})
afterAll(async () => {
  await site.close()
  for (const ref of [alpha, beta]) await tenantStorage(ref.tenantId).deleteUnder('audio')
  await database.drop()
})

/** Everything a path could be turned into; none may give a byte. */
async function refused(path: string, host = 'alpha.localhost'): Promise<void> {
  const answer = await site.ask(path, { host })
  expect(answer.status, path).toBe(404)
  expect(answer.body.length, path).toBe(0)
}

describe('what one hears', () => {
  it('is the free quality for whoever comes by, byte for byte', async () => {
    const base = await masterOf(visitor(alpha), mix.mixId)
    const master = await site.ask(`${base}/master.m3u8`)
    expect(master.text.match(/^aac\d+|^flac/gm)).toEqual(['aac128'])
    expect(master.headers['cache-control']).toBe('no-store')
    const playlist = await site.ask(`${base}/aac128/index.m3u8`)
    expect(playlist.text).toContain('#EXT-X-ENDLIST')
    expect(playlist.text.match(/^\d\.m4s$/gm)).toEqual(['0.m4s', '1.m4s', '2.m4s'])
    for (const name of ['init.mp4', '0.m4s', '1.m4s', '2.m4s']) {
      // The first is read from the store, the second is in memory.
      for (let time = 0; time < 2; time += 1)
        expect((await site.ask(`${base}/aac128/${name}`)).body.equals(mix.segments.get(`aac128/${name}`) ?? Buffer.of())).toBe(true)
    }
    for (const name of ['aac256', 'aac320', 'flac']) {
      await refused(`${base}/${name}/index.m3u8`)
      await refused(`${base}/${name}/0.m4s`)
    }
  })

  it('is what the tier of a member gives, up to lossless at the top', async () => {
    const qualities = async (ctx: AccountContext) =>
      (await site.ask(`${await masterOf(ctx, mix.mixId)}/master.m3u8`)).text.match(/^aac\d+|^flac/gm)
    expect(await qualities(middle)).toEqual(['aac128', 'aac256'])
    expect(await qualities(top)).toEqual(['aac128', 'aac256', 'aac320', 'flac'])
    expect(await qualities(owner)).toEqual(['aac128', 'aac256', 'aac320', 'flac'])
  })

  it('is part of a segment where a part is asked for', async () => {
    const base = await masterOf(visitor(alpha), mix.mixId)
    const whole = mix.segments.get('aac128/0.m4s') ?? Buffer.of()
    const part = await site.ask(`${base}/aac128/0.m4s`, { headers: { range: 'bytes=100-199' } })
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 100-199/${whole.length}`])
    expect(part.body.equals(whole.subarray(100, 200))).toBe(true)
    expect((await site.ask(`${base}/aac128/0.m4s`, { headers: { range: `bytes=${whole.length}-` } })).status).toBe(416)
    const head = await site.ask(`${base}/aac128/0.m4s`, { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(whole.length), 0])
  })
})

describe('what is kept for some', () => {
  it('names the tier and gives nothing to the others', async () => {
    const exclusive = await plantRecording(alpha, { exclusiveTierId: topTier })
    expect(await requirePlayable(middle, { ...ask, mixId: exclusive.mixId })).toMatchObject({
      stream: null,
      peaks: null,
      locked: { reason: 'exclusive', tierName: { en: 'innerCircle' } },
    })
    expect((await site.ask(`${await masterOf(top, exclusive.mixId)}/flac/0.m4s`)).status).toBe(200)
  })

  it('opens early to those whose tier says so', async () => {
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    const soon = await plantRecording(alpha, { publication: 'scheduled', publishedAt: inHours(36) })
    expect(await requirePlayable(middle, { ...ask, mixId: soon.mixId })).toMatchObject({ stream: null, locked: { reason: 'early' } })
    expect((await requirePlayable(top, { ...ask, mixId: soon.mixId })).stream).not.toBeNull()
  })

  it('says nothing of drafts and of what was taken down, except to crew', async () => {
    for (const publication of ['draft', 'taken_down', 'unlisted'] as const) {
      const hidden = await plantRecording(alpha, { publication, renditions: ['aac128'], segments: 1 })
      await expect(requirePlayable(top, { ...ask, mixId: hidden.mixId })).rejects.toMatchObject({ code: 'not_found' })
      expect((await requirePlayable(owner, { ...ask, mixId: hidden.mixId })).stream).not.toBeNull()
    }
  })

  it('opens to a listen link until it is revoked', async () => {
    const unlisted = await plantRecording(alpha, { publication: 'unlisted', renditions: ['aac128'], segments: 1 })
    const link = randomToken()
    const row = { mixId: unlisted.mixId, tokenHash: hashToken(link), expiresAt: new Date(Date.now() + 60_000) }
    const id = await withTenant(alpha, async (db) => (await db.listenLink.create({ data: row })).id)
    expect((await site.ask(`${await masterOf(visitor(alpha), unlisted.mixId, link)}/aac128/0.m4s`)).status).toBe(200)
    await withTenant(alpha, (db) => db.listenLink.update({ where: db.key(id), data: { revokedAt: new Date() } }))
    await expect(requirePlayable(visitor(alpha), { ...ask, mixId: unlisted.mixId, link })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a ticket', () => {
  it('opens nothing at another tenant, and nothing of another tenant', async () => {
    const base = await masterOf(visitor(alpha), mix.mixId)
    for (const path of ['master.m3u8', 'peaks.bin', 'aac128/index.m3u8', 'aac128/init.mp4', 'aac128/0.m4s'])
      await refused(`${base}/${path}`, 'beta.localhost')
    // Signed for alpha, but naming what is beta's: beta's rows and objects are out of alpha's reach.
    const ids = { mixId: foreign.mixId, recordingId: foreign.recordingId, accountId: null, linkHash: null }
    const naming = `/stream/${issueTicket(alpha.tenantId, ids, new Date()).ticket}`
    await refused(`${naming}/master.m3u8`)
    await refused(`${naming}/aac128/0.m4s`)
    const mixed = `/stream/${issueTicket(alpha.tenantId, { ...ids, mixId: mix.mixId }, new Date()).ticket}`
    await refused(`${mixed}/aac128/0.m4s`)
    await refused(`${mixed}/aac128/index.m3u8`)
  })

  it('opens nothing once it has been changed or has run out', async () => {
    const ids = { mixId: mix.mixId, recordingId: mix.recordingId, accountId: null, linkHash: null }
    const old = issueTicket(alpha.tenantId, ids, new Date(Date.now() - ticketMs - 1_000)).ticket
    await refused(`/stream/${old}/aac128/0.m4s`)
    const { ticket } = issueTicket(alpha.tenantId, ids, new Date())
    for (let at = 0; at < ticket.length; at += 3) {
      const forged = ticket.slice(0, at) + (ticket[at] === 'A' ? 'B' : 'A') + ticket.slice(at + 1)
      // The last bits of a base64 text may mean nothing; a text that decodes to the same is the same.
      if (
        forged !== ticket &&
        Buffer.from(forged.split('.')[1] ?? '', 'base64url').equals(Buffer.from(ticket.split('.')[1] ?? '', 'base64url'))
      )
        if (forged.split('.')[0] === ticket.split('.')[0]) continue
      await refused(`/stream/${forged}/aac128/0.m4s`)
    }
  })

  it('is made fresh by the playlist, so that a screen that is locked plays on', async () => {
    const ids = { mixId: mix.mixId, recordingId: mix.recordingId, accountId: null, linkHash: null }
    const old = issueTicket(alpha.tenantId, ids, new Date(Date.now() - ticketRenewMs - 1_000)).ticket
    const moved = await site.ask(`/stream/${old}/aac128/index.m3u8`)
    expect(moved.status).toBe(307)
    expect(moved.headers.location).not.toContain(old)
    expect((await site.ask(moved.headers.location ?? '')).text).toContain('#EXTM3U')
    // Until then its segments are still had.
    expect((await site.ask(`/stream/${old}/aac128/0.m4s`)).status).toBe(200)
  })

  it('gives nothing any more within a minute of its member being gone', async () => {
    const base = await masterOf(top, mix.mixId)
    expect((await site.ask(`${base}/flac/0.m4s`)).status).toBe(200)
    await endMembership(owner, { membershipId: topMembership })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
    try {
      await refused(`${base}/flac/0.m4s`)
      await refused(`${base}/aac256/1.m4s`)
      // The free quality is everybody's.
      expect((await site.ask(`${base}/aac128/0.m4s`)).status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })

  it('gives nothing any more once its mix is taken down', async () => {
    const gone = await plantRecording(alpha, { renditions: ['aac128'], segments: 1 })
    const base = await masterOf(visitor(alpha), gone.mixId)
    expect((await site.ask(`${base}/aac128/0.m4s`)).status).toBe(200)
    await withTenant(alpha, (db) => db.mix.update({ where: db.key(gone.mixId), data: { publication: 'taken_down' } }))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
    try {
      for (const path of ['aac128/0.m4s', 'aac128/index.m3u8', 'master.m3u8', 'peaks.bin']) await refused(`${base}/${path}`)
    } finally {
      vi.useRealTimers()
    }
  })
})

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { encodeHls, probeAudio, type SegmentEvent } from '@residency/integrations/media'
import { tenantStorage } from '@residency/integrations/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext } from '../context/index.ts'
import { createTier, endMembership, grantMembership, tierTemplates } from '../fan-club/index.ts'
import { segmentKeyParts } from '../streaming/index.ts'
import { type PlantedRecording, plantRecording, signedIn, visitor } from '../testing/index.ts'
import { testWav } from '../testing/test-audio.ts'
import { segmentIndexBytes } from './audio/segment-index.ts'
import { type EpisodeAudio, getMyFeed, getPodcast, openEpisode, renewMyFeed, requireMemberPodcast, revokeMyFeed } from './index.ts'

const run = promisify(execFile)

let database: TestDatabase
let ref: TenantRef & { slug: string }
let other: TenantRef & { slug: string }
let owner: AccountContext
let member: AccountContext
let membershipId = ''
let open: PlantedRecording
let exclusive: PlantedRecording
let early: PlantedRecording

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant('podcast', { name: 'Podcast' })
  other = await database.createTenant('elsewhere', { name: 'Elsewhere' })
  owner = await signedIn(ref, { role: 'owner' })
  member = await signedIn(ref, { email: 'member@fan.example', name: 'Mel' })
  const fields = tierTemplates[0]?.tiers[1]?.fields
  if (!fields) throw new Error('no template')
  const tier = await createTier(owner, { ...fields, name: { en: 'Royalty' }, description: {} })
  const granted = await grantMembership(owner, { email: 'member@fan.example', tierId: tier.id, lastDay: null, note: '' })
  membershipId = granted.membershipId
  const small = { segmentBytes: 5_000 }
  open = await plantRecording(ref, small)
  exclusive = await plantRecording(ref, { ...small, exclusiveTierId: tier.id })
  early = await plantRecording(ref, { ...small, publication: 'scheduled', publishedAt: new Date(Date.now() + 3_600_000) })
  await plantRecording(ref, { ...small, publication: 'draft', publishedAt: null })
  await plantRecording(ref, { ...small, publication: 'unlisted' })
})
afterAll(async () => {
  await tenantStorage(ref.tenantId).deleteUnder('audio')
  await database.drop()
})

const bytes = async (audio: EpisodeAudio, first = 0, last = audio.bytes - 1) => buffer(audio.read(first, last))
const ids = (episodes: { mixId: string }[]) => episodes.map(({ mixId }) => mixId).sort()
const feedOf = async (token: string) => requireMemberPodcast(visitor(ref), { unverifiedToken: token })
const gone = { code: 'not_found' }

describe('the podcast for everybody', () => {
  it('holds what anybody may hear, and nothing exclusive, early, unlisted or unfinished', async () => {
    expect(ids(await getPodcast(visitor(ref)))).toEqual([open.mixId])
    expect(await getPodcast(visitor(other))).toEqual([])
  })

  it('gives the free quality as one file of the very segments, any range of it', async () => {
    const audio = await openEpisode(visitor(ref), { mixId: open.mixId })
    const init = open.segments.get('aac128/init.mp4') ?? Buffer.alloc(0)
    const index = segmentIndexBytes(3)
    const media = Buffer.concat([0, 1, 2].map((n) => open.segments.get(`aac128/${n}.m4s`) ?? Buffer.alloc(0)))
    const whole = await bytes(audio)
    expect(whole.length).toBe(audio.bytes)
    expect(whole.subarray(0, init.length).equals(init)).toBe(true)
    expect(whole.subarray(init.length + index).equals(media)).toBe(true)
    for (const [first, last] of [
      [0, 0],
      [10, 900],
      [init.length + index + 4_999, init.length + index + 5_000],
      [audio.bytes - 1, audio.bytes - 1],
      [100, audio.bytes - 100],
    ] as const)
      expect((await bytes(audio, first, last)).equals(whole.subarray(first, last + 1)), `${first}-${last}`).toBe(true)
  })

  it('opens nothing else, by whatever id', async () => {
    for (const { mixId } of [exclusive, early]) await expect(openEpisode(visitor(ref), { mixId })).rejects.toMatchObject(gone)
    await expect(openEpisode(visitor(other), { mixId: open.mixId })).rejects.toMatchObject(gone)
    // Who is signed in changes nothing: this address is everybody's.
    await expect(openEpisode(member, { mixId: exclusive.mixId })).rejects.toMatchObject(gone)
  })
})

describe('a member’s own podcast', () => {
  it('is for members', async () => {
    const fan = await signedIn(ref)
    await expect(renewMyFeed(fan)).rejects.toMatchObject({ code: 'conflict' })
    await expect(renewMyFeed(visitor(ref))).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await getMyFeed(fan)).toBeNull()
  })

  it('holds early and exclusive mixes, at the quality of the tier', async () => {
    const { token } = await renewMyFeed(member)
    const { episodes, memberName } = await feedOf(token)
    expect(memberName).toBe('Mel')
    expect(ids(episodes)).toEqual([open, exclusive, early].map(({ mixId }) => mixId).sort())
    for (const planted of [open, exclusive, early]) {
      const ticket = episodes.find(({ mixId }) => mixId === planted.mixId)?.ticket ?? ''
      const audio = await openEpisode(visitor(ref), { unverifiedTicket: ticket })
      expect(audio.tag).toBe(`${planted.recordingId}-aac320`)
      expect((await bytes(audio)).subarray(-5_000).equals(planted.segments.get('aac320/2.m4s') ?? Buffer.alloc(0))).toBe(true)
    }
  })

  it('has the same addresses each time, so that nothing is fetched twice, and tells when it was used', async () => {
    const { token } = await renewMyFeed(member)
    const [first, second] = [await feedOf(token), await feedOf(token)]
    expect(first).toEqual(second)
    expect((await getMyFeed(member))?.lastUsedAt).not.toBeNull()
  })

  it('is stored as a hash alone', async () => {
    const { token } = await renewMyFeed(member)
    const rows = await database.asOwner<{ row: string }>('select t::text as row from feed_token t')
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
  })

  it('and its episodes open nothing at another tenant, forged or changed', async () => {
    const { token } = await renewMyFeed(member)
    const ticket = (await feedOf(token)).episodes[0]?.ticket ?? ''
    await expect(requireMemberPodcast(visitor(other), { unverifiedToken: token })).rejects.toMatchObject(gone)
    await expect(openEpisode(visitor(other), { unverifiedTicket: ticket })).rejects.toMatchObject(gone)
    for (const forged of [`${ticket}x`, `e${ticket}`, ticket.split('.')[0] ?? '', '', '.'])
      await expect(openEpisode(visitor(ref), { unverifiedTicket: forged })).rejects.toMatchObject(gone)
  })

  it('renewed ends the one before with all its episodes, at once', async () => {
    const before = await renewMyFeed(member)
    const ticket = (await feedOf(before.token)).episodes[0]?.ticket ?? ''
    const { token } = await renewMyFeed(member)
    await expect(feedOf(before.token)).rejects.toMatchObject(gone)
    await expect(openEpisode(visitor(ref), { unverifiedTicket: ticket })).rejects.toMatchObject(gone)
    await expect(feedOf(token)).resolves.toBeDefined()
  })

  it('renewed twice in the same moment leaves one', async () => {
    await Promise.all([renewMyFeed(member), renewMyFeed(member), renewMyFeed(member)])
    const rows = await database.asOwner('select 1 from feed_token where account_id = $1 and revoked_at is null', [member.actor.accountId])
    expect(rows).toHaveLength(1)
  })

  it('revoked gives nothing any more', async () => {
    const { token } = await renewMyFeed(member)
    const ticket = (await feedOf(token)).episodes[0]?.ticket ?? ''
    await revokeMyFeed(member)
    await revokeMyFeed(member)
    await expect(feedOf(token)).rejects.toMatchObject(gone)
    await expect(openEpisode(visitor(ref), { unverifiedTicket: ticket })).rejects.toMatchObject(gone)
    expect(await getMyFeed(member)).toBeNull()
  })

  it('ends with the membership', async () => {
    const { token } = await renewMyFeed(member)
    const ticket = (await feedOf(token)).episodes[0]?.ticket ?? ''
    await endMembership(owner, { membershipId })
    await expect(feedOf(token)).rejects.toMatchObject(gone)
    await expect(openEpisode(visitor(ref), { unverifiedTicket: ticket })).rejects.toMatchObject(gone)
  })
})

it('an episode’s file is a sound file to whoever reads it, as long as the mix', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'episode-'))
  const source = join(folder, 'source.wav')
  await writeFile(source, testWav({ seconds: 20 }))
  const planted = await plantRecording(ref, { renditions: [], segments: 0 })
  const storage = tenantStorage(ref.tenantId)
  const events: SegmentEvent[] = []
  const facts = await probeAudio(source, { mostBytes: 10_000_000, mostDurationMs: 60_000 })
  await encodeHls(source, facts, { outDir: folder, renditions: ['aac128'], onSegment: (event) => void events.push(event) })
  for (const { index, file } of events)
    await storage.put(
      storage.key(...segmentKeyParts({ recordingId: planted.recordingId, rendition: 'aac128', take: 0, segment: index })),
      await readFile(file),
      {
        contentType: 'audio/mp4',
      },
    )
  const segmentMs = events.flatMap(({ index, durationMs }) => (index === 'init' ? [] : [{ index, durationMs }]))
  await withTenant(ref, (db) =>
    db.rendition.create({
      data: {
        recordingId: planted.recordingId,
        name: 'aac128',
        codecs: 'mp4a.40.2',
        bandwidth: 128_000,
        averageBandwidth: 128_000,
        segmentMs: segmentMs.sort((a, b) => a.index - b.index).map(({ durationMs }) => Math.round(durationMs)),
        completedAt: new Date(),
      },
    }),
  )
  const file = join(folder, 'episode.m4a')
  await writeFile(file, await bytes(await openEpisode(visitor(ref), { mixId: planted.mixId })))
  const ask = ['-v', 'error', '-of', 'csv=p=0', '-select_streams', 'a']
  const probed = async (...words: string[]) => (await run(process.env.FFPROBE_PATH || 'ffprobe', [...ask, ...words, file])).stdout.trim()
  expect(await probed('-show_entries', 'stream=codec_name')).toBe('aac')
  expect(Math.abs(Number(await probed('-show_entries', 'format=duration')) - 20)).toBeLessThan(0.2)
  // Sought by the index, not by reading all that comes before.
  const [sought] = (await probed('-read_intervals', '15%+#1', '-show_entries', 'packet=pts_time')).split('\n')
  expect(Number.parseFloat(sought ?? '')).toBeGreaterThan(11.9)
})

import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { type AudioFacts, encodeHls, probeAudio } from '@residency/integrations/media'
import { tenantStorage } from '@residency/integrations/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext } from '../context/index.ts'
import { endMembership, grantMembership } from '../fan-club/index.ts'
import { segmentKeyParts } from '../recordings/index.ts'
import { plantRecording, signedIn, visitor } from '../testing/index.ts'
import { testWav } from '../testing/test-audio.ts'
import { type Download, makeDownloadFile, requireDownload } from './index.ts'

let database: TestDatabase
let ref: TenantRef & { slug: string }
let owner: AccountContext
const fans = {} as Record<'none' | 'mp3' | 'original', AccountContext>
let membershipId = ''
let mixId = ''
let recordingId = ''

const wav = testWav({ seconds: 4, silence: 1 })

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant('downloads', { name: 'Downloads' })
  owner = await signedIn(ref, { role: 'owner' })
  const planted = await plantRecording(ref, { downloadable: true, segments: 1, segmentBytes: 100 })
  ;({ mixId, recordingId } = planted)
  const storage = tenantStorage(ref.tenantId)
  await storage.put(storage.key('originals', recordingId), wav, { contentType: 'audio/wav' })
  await withTenant(ref, (db) =>
    db.recording.update({
      where: db.key(recordingId),
      data: { format: 'wav', durationMs: 6_000, trimStartMs: 1_000, trimEndMs: 1_000 },
    }),
  )
  for (const [rank, downloads] of (['none', 'mp3', 'original'] as const).entries()) {
    const fan = await signedIn(ref, { email: `${downloads}@fan.example` })
    const tier = await withTenant(ref, (db) =>
      db.tier.create({
        data: {
          slug: downloads,
          name: { en: downloads },
          rank: rank + 1,
          currency: 'GBP',
          priceMonthMinor: 1,
          quality: 'aac256',
          downloads,
        },
      }),
    )
    const granted = await grantMembership(owner, { email: fan.actor.email, tierId: tier.id, lastDay: null, note: '' })
    if (downloads === 'original') membershipId = granted.membershipId
    fans[downloads] = fan
  }
})
afterAll(async () => {
  for (const folder of ['audio', 'originals', 'downloads']) await tenantStorage(ref.tenantId).deleteUnder(folder)
  await database.drop()
})

const asked = () => database.asOwner(`select 1 from outbox_event where job = 'download.make'`)

/** What is in the file that a download leads to. */
async function factsOf(found: Download): Promise<AudioFacts> {
  if (found.state !== 'ready') throw new Error(found.state)
  const file = join(await mkdtemp(join(tmpdir(), 'downloaded-')), 'mix.mp3')
  await writeFile(file, Buffer.from(await (await fetch(found.url)).arrayBuffer()))
  return probeAudio(file, { mostBytes: 10_000_000, mostDurationMs: 60_000 })
}

describe('a download', () => {
  it('is no visitor’s, and nobody’s whose tier has none', async () => {
    await expect(requireDownload(visitor(ref), { mixId, format: null })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(requireDownload(fans.none, { mixId, format: null })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(requireDownload(fans.mp3, { mixId, format: 'original' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('of the original is the very bytes the DJ uploaded, under a name one can read', async () => {
    const found = await requireDownload(fans.original, { mixId, format: null })
    if (found.state !== 'ready') throw new Error(found.state)
    const answer = await fetch(found.url)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('A planted mix.wav'))
    expect(Buffer.from(await answer.arrayBuffer()).equals(wav)).toBe(true)
  })

  it('as MP3 is made once however many ask, and is what fans hear: cut to the trim', async () => {
    for (const fan of [fans.mp3, fans.mp3, fans.original])
      expect(await requireDownload(fan, { mixId, format: 'mp3' })).toMatchObject({ state: 'preparing' })
    expect(await asked()).toHaveLength(1)
    await makeDownloadFile(owner, { recordingId })
    await makeDownloadFile(owner, { recordingId })
    const facts = await factsOf(await requireDownload(fans.mp3, { mixId, format: null }))
    expect(facts.format).toBe('mp3')
    expect(facts.durationMs).toBeGreaterThan(3_900)
    expect(facts.durationMs).toBeLessThan(4_200)
    expect(facts.tags).toMatchObject({ title: 'A planted mix' })
  })

  it('as MP3 says what the mix is called now, and is made again for it', async () => {
    await withTenant(ref, (db) => db.mix.update({ where: db.key(mixId), data: { title: 'Another name' } }))
    expect(await requireDownload(fans.mp3, { mixId, format: 'mp3' })).toMatchObject({ state: 'preparing' })
    expect(await requireDownload(fans.mp3, { mixId, format: 'mp3' })).toMatchObject({ state: 'preparing' })
    expect(await asked()).toHaveLength(2)
    await makeDownloadFile(owner, { recordingId })
    expect((await factsOf(await requireDownload(fans.mp3, { mixId, format: 'mp3' }))).tags).toMatchObject({ title: 'Another name' })
    const kept: string[] = []
    for await (const { key } of tenantStorage(ref.tenantId).list('downloads', recordingId)) kept.push(key)
    expect(kept).toHaveLength(1)
  })

  it('as MP3 is made of the best quality that was kept when the original was not', async () => {
    const storage = tenantStorage(ref.tenantId)
    const folder = await mkdtemp(join(tmpdir(), 'rendition-'))
    const source = join(folder, 'source.wav')
    await writeFile(source, testWav({ seconds: 9 }))
    const made = await encodeHls(source, await probeAudio(source, { mostBytes: 1e8, mostDurationMs: 1e6 }), {
      outDir: folder,
      renditions: ['aac128', 'aac320'],
    })
    for (const { name, initFile, segments } of made)
      for (const [segment, file] of [['init', initFile], ...segments.map((one, index) => [index, one.file] as const)] as const) {
        const parts = segmentKeyParts({ recordingId, rendition: name, take: 7, segment })
        await storage.put(storage.key(...parts), await readFile(file), { contentType: 'audio/mp4' })
      }
    await withTenant(ref, async (db) => {
      await db.rendition.deleteMany({ where: { recordingId } })
      for (const { name, codec, segments } of made)
        await db.rendition.create({
          data: {
            ...{ recordingId, name, codecs: codec, bandwidth: 1, averageBandwidth: 1, take: 7, completedAt: new Date() },
            segmentMs: segments.map(({ durationMs }) => Math.round(durationMs)),
          },
        })
      await db.recording.update({ where: db.key(recordingId), data: { originalDeletedAt: new Date() } })
      await db.mix.update({ where: db.key(mixId), data: { title: 'Without its original' } })
    })
    await storage.delete(storage.key('originals', recordingId))
    expect(await requireDownload(fans.mp3, { mixId, format: 'mp3' })).toMatchObject({ state: 'preparing' })
    await makeDownloadFile(owner, { recordingId })
    const facts = await factsOf(await requireDownload(fans.mp3, { mixId, format: 'mp3' }))
    expect(facts).toMatchObject({ format: 'mp3', tags: { title: 'Without its original' } })
    expect(Math.abs(facts.durationMs - 9_000)).toBeLessThan(100)
  })

  it('ends with the membership', async () => {
    await endMembership(owner, { membershipId })
    await expect(requireDownload(fans.original, { mixId, format: null })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is refused of a mix the DJ gives nobody, and of one that is not out', async () => {
    await withTenant(ref, (db) => db.mix.update({ where: db.key(mixId), data: { downloadable: false } }))
    await expect(requireDownload(fans.mp3, { mixId, format: null })).rejects.toMatchObject({ code: 'forbidden' })
    await withTenant(ref, (db) => db.mix.update({ where: db.key(mixId), data: { downloadable: true, publication: 'draft' } }))
    await expect(requireDownload(fans.mp3, { mixId, format: null })).rejects.toMatchObject({ code: 'not_found' })
  })
})

import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { tenantStorage } from '@residency/integrations/storage'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AccountContext, TenantContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { testWav } from '../testing/test-audio.ts'
import { testAccount, testContext } from '../testing/test-context.ts'
import {
  chooseRecording,
  deleteRecording,
  followRecordings,
  forgetMixAudioLater,
  forgetRecording,
  getRecordingProgress,
  keepOriginals,
  listRecordings,
  makeRecording,
  type RecordingProgress,
  receiveRecording,
  retryRecording,
  segmentKeyParts,
  sweepRecordings,
  titleFromFilename,
  trimRecording,
} from './index.ts'
import { takeHold } from './work/hold.ts'
import { TakenOver } from './work/taken-over.ts'

// Encoding is work for a processor, which other tests may be using.
vi.setConfig({ testTimeout: 240_000 })

let database: TestDatabase
let a: Awaited<ReturnType<TestDatabase['createTenant']>>
let dj: AccountContext
let worker: TenantContext
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  a = await database.createTenant()
  dj = await testAccount(a, 'owner')
  worker = testContext(a, { kind: 'system' })
  folder = await mkdtemp(join(tmpdir(), 'recordings-test-'))
})
afterAll(async () => {
  for (const part of ['originals', 'audio', 'media']) await tenantStorage(a.tenantId).deleteUnder(part)
  await rm(folder, { recursive: true })
  await database.drop()
})

interface Received {
  mixId: string
  recordingId: string
}

/** What a finished upload leaves behind. */
async function received(bytes: Buffer, filename = 'Set.wav', mixId?: string): Promise<Received> {
  const storage = tenantStorage(a.tenantId)
  const objectKey = storage.key('originals', randomUUID())
  await storage.put(objectKey, bytes, { contentType: 'audio/wav' })
  return withTenant(a, async (db) => {
    const id =
      mixId ?? (await db.mix.create({ data: { slug: randomUUID(), title: titleFromFilename(filename), recordedOn: new Date(0) } })).id
    const recordingId = await receiveRecording(db, dj, {
      mixId: id,
      uploadId: null,
      filename,
      objectKey,
      bytes: BigInt(bytes.length),
    })
    return { mixId: id, recordingId }
  })
}

const rowOf = (id: string) =>
  withTenant(a, (db) => db.recording.findFirstOrThrow({ where: { id }, include: { renditions: true, mix: true } }))

async function objectsUnder(...parts: string[]): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of tenantStorage(a.tenantId).list(...parts)) keys.push(key.split('/').at(-1) ?? '')
  return keys
}

/** Another encoding of the same music. */
async function encoded(wav: Buffer, name: string, args: string[]): Promise<Buffer> {
  const [from, to] = [join(folder, `${randomUUID()}.wav`), join(folder, `${randomUUID()}-${name}`)]
  await writeFile(from, wav)
  execFileSync('ffmpeg', ['-v', 'error', '-i', from, ...args, to])
  return readFile(to)
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.messageKey : error),
  )

describe('a received recording', () => {
  it('becomes what fans hear: every quality, every measurement, in one go', async () => {
    const { mixId, recordingId } = await received(testWav({ seconds: 20, silence: 1 }))
    await database.asOwner(`update mix set publication = 'published', published_at = now() where id = $1`, [mixId])
    const revision = async () => (await withTenant(a, (db) => db.tenant.findFirstOrThrow())).revision
    const before = await revision()
    const heard: RecordingProgress[] = []
    const stop = followRecordings(dj, (progress) => heard.push(progress))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await makeRecording(worker, { recordingId })
    const row = await rowOf(recordingId)
    expect(row).toMatchObject({
      stage: 'ready',
      progress: 1000,
      failure: null,
      format: 'wav',
      lossless: true,
      sampleRate: 44_100,
      channels: 2,
      durationMs: 22_000,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      musicalKey: expect.any(String),
      peaksKey: expect.any(String),
    })
    for (const measured of [row.loudnessCentiLufs, row.truePeakCentiDb, row.fingerprint, row.peaks]) expect(measured).not.toBeNull()
    expect(row.silenceStartMs).toBeGreaterThan(900)
    expect(row.silenceEndMs).toBeGreaterThan(700)
    expect(row.renditions.map(({ name }) => name).sort()).toEqual(['aac128', 'aac256', 'aac320', 'flac'])
    for (const { name, take, segmentMs, completedAt, bytes } of row.renditions) {
      expect(completedAt).not.toBeNull()
      expect(segmentMs.reduce((sum, ms) => sum + ms, 0) / 1000).toBeCloseTo(22, 1)
      const keys = await objectsUnder('audio', recordingId, String(take), name)
      expect(keys.sort()).toEqual(['init.mp4', ...segmentMs.map((_, index) => `${index}.m4s`)].sort())
      expect(Number(bytes)).toBeGreaterThan(0)
    }
    expect(row.mix).toMatchObject({ recordingId, durationMs: 22_000 })
    expect(await revision()).toBeGreaterThan(before)
    await expect.poll(() => heard.at(-1)?.stage).toBe('ready')
    stop()
    const stages = [...new Set(heard.map(({ stage }) => stage))]
    expect(stages).toEqual(['received', 'checked', 'measured', 'encoded', 'ready'].filter((stage) => stages.includes(stage as never)))
    // Somebody can listen before the whole is done.
    expect(heard.find(({ playable }) => playable)?.stage).not.toBe('ready')
    expect((await getRecordingProgress(dj, { mixId }))[0]).toMatchObject({ recordingId, stage: 'ready', playable: true })
    // Once more changes nothing: the job may come twice.
    await makeRecording(worker, { recordingId })
    expect((await rowOf(recordingId)).attempt).toBe(row.attempt)
  })

  it('gives an untouched draft its title, genre, day and cover', async () => {
    const cover = join(folder, 'cover.png')
    await sharp({ create: { width: 300, height: 300, channels: 3, background: '#207060' } })
      .png()
      .toFile(cover)
    const tags = ['title=Night Bus', 'genre=Dub Techno', 'date=2024-05-04'].flatMap((tag) => ['-metadata', tag])
    const bytes = await encoded(testWav({ seconds: 8, seed: 7 }), 'x.mp3', [
      '-i',
      cover,
      '-map',
      '0:a',
      '-map',
      '1:v',
      '-disposition:v',
      'attached_pic',
      ...tags,
    ])
    const draft = await received(bytes, 'night_bus_final.mp3')
    await makeRecording(worker, draft)
    const { mix, tags: kept, lossless, renditions } = await rowOf(draft.recordingId)
    expect(mix).toMatchObject({ title: 'Night Bus', slug: 'night-bus', genre: 'Dub Techno', artworkId: expect.any(String) })
    expect(mix.recordedOn.toISOString().slice(0, 10)).toBe('2024-05-04')
    expect(kept).toMatchObject({ title: 'Night Bus' })
    expect([lossless, renditions.some(({ name }) => name === 'flac')]).toEqual([false, false])

    const written = await received(bytes, 'night_bus_final.mp3')
    await database.asOwner(`update mix set version = 2, title = 'Mine' where id = $1`, [written.mixId])
    await makeRecording(worker, written)
    expect((await rowOf(written.recordingId)).mix).toMatchObject({ title: 'Mine', genre: null })
  })

  it('is known when the same music is here already, as the same file or another encoding', async () => {
    const wav = testWav({ seconds: 20, seed: 11 })
    const first = await received(wav, 'one.wav')
    await makeRecording(worker, first)
    const same = await received(wav, 'two.wav')
    await makeRecording(worker, same)
    expect((await listRecordings(dj, same))[0]?.duplicateOf).toMatchObject({ recordingId: first.recordingId, mixTitle: 'one' })
    const other = await received(await encoded(wav, 'x.mp3', ['-b:a', '160k']), 'three.mp3')
    await makeRecording(worker, other)
    expect((await rowOf(other.recordingId)).duplicateOfId).toBeTruthy()
    const different = await received(testWav({ seconds: 20, seed: 12 }), 'four.wav')
    await makeRecording(worker, different)
    expect((await rowOf(different.recordingId)).duplicateOfId).toBeNull()
  })
})

it('the same music is found behind hundreds of other recordings', async () => {
  const wav = testWav({ seconds: 20, seed: 71 })
  const oldest = await received(wav, 'oldest.wav')
  await makeRecording(worker, oldest)
  const ids = await withTenant(a, async (db) => {
    const made = await db.recording.createManyAndReturn({
      data: Array.from({ length: 150 }, (_, number) => ({
        tenantId: a.tenantId,
        ...{ mixId: oldest.mixId, number: number + 2, stage: 'ready' as const, filename: 'x', objectKey: `x${number}`, bytes: 1n },
        ...{ durationMs: 20_000, fingerprint: randomBytes(640) },
      })),
      select: { id: true },
    })
    return made.map(({ id }) => id)
  })
  const again = await received(await encoded(wav, 'x.mp3', ['-b:a', '160k']), 'again.mp3')
  await makeRecording(worker, again)
  expect((await rowOf(again.recordingId)).duplicateOfId).toBe(oldest.recordingId)
  await withTenant(a, (db) => db.recording.deleteMany({ where: { id: { in: ids } } }))
})

describe('a file that is encoded while it still arrives', () => {
  it('comes out as the very samples that were uploaded, known by the hash of the whole', async () => {
    // Longer than what is fetched before the work begins, with a chunk behind the sound.
    const wav = testWav({ seconds: 75, seed: 51 })
    const tag = Buffer.from('LIST\x1a\0\0\0INFOINAM\x0e\0\0\0Behind it all\0', 'latin1')
    const bytes = Buffer.concat([wav, tag])
    bytes.writeUInt32LE(bytes.length - 8, 4)
    const { recordingId } = await received(bytes, 'arriving.wav')
    await makeRecording(worker, { recordingId })
    const row = await rowOf(recordingId)
    expect(row).toMatchObject({ stage: 'ready', durationMs: 75_000, tags: { title: 'Behind it all' } })
    expect(row.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const storage = tenantStorage(a.tenantId)
    const flac = row.renditions.find(({ name }) => name === 'flac')
    const names = ['init.mp4', ...(flac?.segmentMs ?? []).map((_, index) => `${index}.m4s`)]
    const parts = await Promise.all(
      names.map((name) => storage.getBuffer(storage.key('audio', recordingId, String(flac?.take), 'flac', name), 1e8)),
    )
    const file = join(folder, 'joined.mp4')
    await writeFile(file, Buffer.concat(parts.map((part) => part ?? Buffer.alloc(0))))
    const heard = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 's16le', '-'], { maxBuffer: 1e8 })
    expect(heard.equals(wav.subarray(44))).toBe(true)
  })

  it('waits for the whole when its ends do not say what it is', async () => {
    // Nine megabytes stand before the sound.
    const wav = testWav({ seconds: 20, seed: 52 })
    const junk = Buffer.alloc(8 + 9 * 1024 ** 2)
    junk.write('JUNK', 0)
    junk.writeUInt32LE(junk.length - 8, 4)
    const bytes = Buffer.concat([wav.subarray(0, 12), junk, wav.subarray(12)])
    bytes.writeUInt32LE(bytes.length - 8, 4)
    const { recordingId } = await received(bytes, 'late.wav')
    await makeRecording(worker, { recordingId })
    expect(await rowOf(recordingId)).toMatchObject({ stage: 'ready', durationMs: 20_000 })
  })
})

describe('a file that is refused', () => {
  it('ends as failed with its problem, its original kept, and can be tried again', async () => {
    const { recordingId, mixId } = await received(Buffer.from('Not a song at all.\n'.repeat(50)), 'song.mp3')
    await makeRecording(worker, { recordingId })
    const row = await rowOf(recordingId)
    expect(row).toMatchObject({ stage: 'failed', failure: 'not_audio', failedAt: 'checked', originalDeletedAt: null })
    expect(await tenantStorage(a.tenantId).head(row.objectKey)).not.toBeNull()
    expect(row.mix.recordingId).toBeNull()
    await retryRecording(dj, { recordingId })
    expect(await refusal(retryRecording(dj, { recordingId }))).toBe('recording.notFailed')
    expect((await getRecordingProgress(dj, { mixId }))[0]).toMatchObject({ stage: 'received', failure: null })
    await makeRecording(worker, { recordingId })
    expect((await rowOf(recordingId)).stage).toBe('failed')
  })

  it('says so when the original is gone', async () => {
    const { recordingId } = await received(testWav({ seconds: 2 }))
    await tenantStorage(a.tenantId).delete((await rowOf(recordingId)).objectKey)
    await makeRecording(worker, { recordingId })
    expect(await rowOf(recordingId)).toMatchObject({ stage: 'failed', failure: 'original_gone' })
  })
})

describe('two workers on one recording', () => {
  it('the one that was taken over writes nothing more, and what comes out is whole', async () => {
    const { recordingId } = await received(testWav({ seconds: 60, seed: 21 }))
    const first = makeRecording(worker, { recordingId })
    await expect.poll(async () => (await rowOf(recordingId)).stage, { timeout: 30_000, interval: 20 }).not.toBe('received')
    await Promise.all([first, makeRecording(worker, { recordingId })])
    const row = await rowOf(recordingId)
    expect(row).toMatchObject({ stage: 'ready', attempt: 2 })
    for (const { name, take, segmentMs } of row.renditions) {
      expect(segmentMs.reduce((sum, ms) => sum + ms, 0) / 1000).toBeCloseTo(60, 1)
      expect(await objectsUnder('audio', recordingId, String(take), name)).toHaveLength(segmentMs.length + 1)
    }
  })

  it('work on a mix that is deleted ends, and leaves nothing', async () => {
    const { recordingId, mixId } = await received(testWav({ seconds: 90, seed: 22 }))
    const { objectKey } = await rowOf(recordingId)
    const work = makeRecording(worker, { recordingId })
    await expect.poll(async () => (await rowOf(recordingId)).stage, { timeout: 30_000, interval: 20 }).toBe('checked')
    await withTenant(a, async (db) => {
      await forgetMixAudioLater(db, mixId)
      await db.mix.delete({ where: db.key(mixId) })
    })
    await work
    await forgetRecording(worker, { recordingId, objectKey })
    expect(await objectsUnder('audio', recordingId)).toEqual([])
    expect(await tenantStorage(a.tenantId).head(objectKey)).toBeNull()
  })
})

it('whoever works on a recording learns within a beat that it was deleted, in any stage, or that another took it', async () => {
  const [gone, taken] = [await received(testWav({ seconds: 2, seed: 81 })), await received(testWav({ seconds: 2, seed: 82 }))]
  const [first, second] = [await takeHold(worker, gone.recordingId), await takeHold(worker, taken.recordingId)]
  await Promise.all([first?.beat(), second?.beat()])
  expect([first?.signal.aborted, second?.signal.aborted]).toEqual([false, false])
  await withTenant(a, (db) => db.mix.delete({ where: db.key(gone.mixId) }))
  await takeHold(worker, taken.recordingId)
  await Promise.all([first?.beat(), second?.beat()])
  expect([first?.signal.reason, second?.signal.reason]).toEqual([expect.any(TakenOver), expect.any(TakenOver)])
})

describe('another try', () => {
  it('leaves every object of the one before as it is, until nobody can be listening to it', async () => {
    const { recordingId } = await received(testWav({ seconds: 14, seed: 61 }))
    await makeRecording(worker, { recordingId })
    const storage = tenantStorage(a.tenantId)
    const before = await rowOf(recordingId)
    const take = before.renditions[0]?.take ?? 0
    const first = storage.key(...segmentKeyParts({ recordingId, rendition: 'aac128', take, segment: 0 }))
    const written = await storage.head(first)
    await database.asOwner(`update recording set stage = 'failed', failure = 'our_side', failed_at = 'ready' where id = $1`, [recordingId])
    await retryRecording(dj, { recordingId })
    await makeRecording(worker, { recordingId })
    const row = await rowOf(recordingId)
    expect(row.renditions.every((one) => one.take === row.attempt && one.take > take)).toBe(true)
    expect(await storage.head(first)).toEqual(written)
    await sweepRecordings(worker)
    expect(await storage.head(first)).toEqual(written)
    await database.asOwner(`update recording set touched_at = now() - interval '25 hours' where id = $1`, [recordingId])
    expect((await sweepRecordings(worker)).takes).toBeGreaterThan(0)
    expect(await storage.head(first)).toBeNull()
    for (const { name, segmentMs } of row.renditions)
      expect(await objectsUnder('audio', recordingId, String(row.attempt), name)).toHaveLength(segmentMs.length + 1)
  })
})

describe('versions', () => {
  it('a trim makes a new one from the same original; the old stays to go back to', async () => {
    const { recordingId, mixId } = await received(testWav({ seconds: 10, silence: 2, seed: 31 }))
    expect(await refusal(trimRecording(dj, { recordingId, startMs: 1, endMs: 1 }))).toBe('recording.notChecked')
    await makeRecording(worker, { recordingId })
    for (const [startMs, endMs, problem] of [
      [7_000, 7_000, 'invalid'],
      [0, 0, 'invalid'],
    ] as const)
      expect(await refusal(trimRecording(dj, { recordingId, startMs, endMs }))).toBe(problem)
    const trimmed = await trimRecording(dj, { recordingId, startMs: 2_000, endMs: 2_000 })
    expect((await rowOf(recordingId)).mix.recordingId).toBe(recordingId)
    await makeRecording(worker, trimmed)
    const row = await rowOf(trimmed.recordingId)
    expect(row).toMatchObject({ number: 2, stage: 'ready', durationMs: 14_000, mix: { recordingId: row.id, durationMs: 10_000 } })
    expect(row.renditions[0]?.segmentMs.reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(10_000, -2)
    await chooseRecording(dj, { recordingId })
    expect((await rowOf(recordingId)).mix).toMatchObject({ recordingId, durationMs: 14_000 })
    expect((await listRecordings(dj, { mixId })).map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(await refusal(deleteRecording(dj, { recordingId }))).toBe('recording.isCurrent')
    await deleteRecording(dj, trimmed)
    await forgetRecording(worker, { recordingId: trimmed.recordingId, objectKey: row.objectKey })
    expect(await objectsUnder('audio', trimmed.recordingId)).toEqual([])
    // The other version is still made of it.
    expect(await tenantStorage(a.tenantId).head(row.objectKey)).not.toBeNull()
  })

  it('an older one that is ready later does not take the place of the newer', async () => {
    const { recordingId: older, mixId } = await received(testWav({ seconds: 3, seed: 32 }))
    const { recordingId: newer } = await received(testWav({ seconds: 4, seed: 33 }), 'Set.wav', mixId)
    await makeRecording(worker, { recordingId: newer })
    await makeRecording(worker, { recordingId: older })
    expect((await rowOf(older)).mix).toMatchObject({ recordingId: newer, durationMs: 4_000 })
  })
})

describe('the sweep', () => {
  it('deletes originals whose days are over, and none that a failed version needs', async () => {
    const done = await received(testWav({ seconds: 3, seed: 41 }))
    await makeRecording(worker, done)
    const failed = await received(Buffer.from('x'), 'x.wav')
    await makeRecording(worker, failed)
    await database.asOwner(`update recording set ready_at = now() - interval '31 days' where id = $1`, [done.recordingId])
    await sweepRecordings(worker)
    expect((await rowOf(done.recordingId)).originalDeletedAt).toBeNull()
    await keepOriginals(dj, { days: 30 })
    await sweepRecordings(worker)
    const row = await rowOf(done.recordingId)
    expect(row.originalDeletedAt).not.toBeNull()
    expect(await tenantStorage(a.tenantId).head(row.objectKey)).toBeNull()
    expect((await rowOf(failed.recordingId)).originalDeletedAt).toBeNull()
    expect(await refusal(trimRecording(dj, { recordingId: row.id, startMs: 500, endMs: 0 }))).toBe('recording.originalGone')
    await keepOriginals(dj, { days: null })
  })

  it('begins work anew that was lost on its way, and gives up what kills its worker each time', async () => {
    const lost = await received(testWav({ seconds: 2, seed: 42 }))
    const deadly = await received(testWav({ seconds: 2, seed: 43 }))
    await database.asOwner('delete from outbox_event where tenant_id = $1', [a.tenantId])
    await database.asOwner(`update recording set touched_at = now() - interval '2 hours' where id = any($1)`, [
      [lost.recordingId, deadly.recordingId],
    ])
    await database.asOwner('update recording set attempt = 8 where id = $1', [deadly.recordingId])
    expect((await sweepRecordings(worker)).revived).toBe(2)
    const jobs = await database.asOwner<{ payload: { recordingId: string } }>('select payload from outbox_event where tenant_id = $1', [
      a.tenantId,
    ])
    expect(jobs.map(({ payload }) => payload.recordingId)).toEqual([lost.recordingId])
    expect(await rowOf(deadly.recordingId)).toMatchObject({ stage: 'failed', failure: 'our_side' })
  })
})

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { limits } from '@residency/config'
import { withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { tenantStorage } from '@residency/integrations/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccountContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { testAccount } from '../testing/test-context.ts'
import {
  abortUpload,
  completeUpload,
  getStorageUse,
  listParts,
  listUploads,
  signParts,
  startUpload,
  startUploadSchema,
  sweepUploads,
} from './index.ts'

let database: TestDatabase
let a: Awaited<ReturnType<TestDatabase['createTenant']>>
let b: Awaited<ReturnType<TestDatabase['createTenant']>>
let dj: AccountContext

beforeAll(async () => {
  database = await createTestDatabase()
  a = await database.createTenant()
  b = await database.createTenant()
})
afterAll(async () => {
  for (const ref of [a, b]) await tenantStorage(ref.tenantId).deleteUnder('originals')
  await database.drop()
})
// Somebody new each time: the hour's number is a person's own.
beforeEach(async () => {
  dj = await testAccount(a, 'editor')
})

const asked = (bytes: number, more: Partial<{ filename: string; fileMark: string; mixId: string }> = {}) =>
  startUploadSchema.parse({ filename: 'Long_night.wav', bytes, fileMark: randomUUID(), ...more })

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')

/** Puts one part as a browser does. */
async function put(uploadId: string, number: number, bytes: Buffer, announced = bytes): Promise<number> {
  const { parts } = await signParts(dj, { uploadId, parts: [{ number, sha256: hashOf(announced) }] })
  const [part] = parts
  const answer = await fetch(part?.url ?? '', { method: 'PUT', headers: part?.headers ?? {}, body: new Uint8Array(bytes) })
  await answer.text()
  return answer.status
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? [error.code, error.messageKey] : error),
  )

const jobs = () =>
  database.asOwner<{ job: string; payload: { recordingId: string } }>(
    `select job, payload from outbox_event where tenant_id = $1 and job = 'recording.make' order by id`,
    [a.tenantId],
  )

describe('an upload', () => {
  it('goes in parts straight to the store and becomes a draft, a recording and its job at once', async () => {
    const bytes = randomBytes(limits.uploadPartBytes + 1_000)
    const { uploadId, partBytes, parts } = await startUpload(dj, asked(bytes.length))
    expect([partBytes, parts]).toEqual([limits.uploadPartBytes, []])
    expect(await put(uploadId, 1, bytes.subarray(0, partBytes))).toBe(200)
    expect(await put(uploadId, 2, bytes.subarray(partBytes))).toBe(200)
    const { mixId, recordingId } = await completeUpload(dj, { uploadId })
    const recording = await withTenant(a, (db) => db.recording.findFirstOrThrow({ where: { id: recordingId }, include: { mix: true } }))
    expect(recording).toMatchObject({ mixId, number: 1, stage: 'received', filename: 'Long_night.wav', bytes: BigInt(bytes.length) })
    expect(recording.mix).toMatchObject({ title: 'Long night', slug: 'long-night', publication: 'draft', recordingId: null })
    expect((await jobs()).map(({ payload }) => payload.recordingId)).toContain(recordingId)
    const kept = await tenantStorage(a.tenantId).getBuffer(recording.objectKey, bytes.length)
    expect(kept?.equals(bytes)).toBe(true)
  })

  it('completed again gives the same recording, also when both come at the same moment', async () => {
    const bytes = randomBytes(500)
    const { uploadId } = await startUpload(dj, asked(500))
    await put(uploadId, 1, bytes)
    const both = await Promise.all([completeUpload(dj, { uploadId }), completeUpload(dj, { uploadId })])
    expect(both[0]).toEqual(both[1])
    expect(await completeUpload(dj, { uploadId })).toEqual(both[0])
    expect((await jobs()).filter(({ payload }) => payload.recordingId === both[0].recordingId)).toHaveLength(1)
    expect(await withTenant(a, (db) => db.recording.count({ where: { uploadId } }))).toBe(1)
  })

  it('is whole although a part was sent twice', async () => {
    const bytes = randomBytes(700)
    const { uploadId } = await startUpload(dj, asked(700))
    expect([await put(uploadId, 1, bytes), await put(uploadId, 1, bytes)]).toEqual([200, 200])
    const { recordingId } = await completeUpload(dj, { uploadId })
    expect((await tenantStorage(a.tenantId).head(tenantStorage(a.tenantId).key('originals', uploadId)))?.bytes).toBe(700)
    expect(recordingId).toBeTruthy()
  })

  it('keeps no part whose bytes are not those that were announced', async () => {
    const bytes = randomBytes(600)
    const { uploadId } = await startUpload(dj, asked(600))
    expect(await put(uploadId, 1, randomBytes(600), bytes)).toBe(400)
    // Another length than was signed.
    expect(await put(uploadId, 1, bytes.subarray(1))).toBe(403)
    expect((await listParts(dj, { uploadId })).parts).toEqual([])
    expect(await refusal(completeUpload(dj, { uploadId }))).toEqual(['conflict', 'upload.incomplete'])
    expect(await put(uploadId, 1, bytes)).toBe(200)
    await completeUpload(dj, { uploadId })
  })

  it('is gone on with after the tab was closed: only what is missing is sent', async () => {
    const bytes = randomBytes(2 * limits.uploadPartBytes + 10)
    const mark = { fileMark: 'Long night.wav|1|2' }
    const first = await startUpload(dj, asked(bytes.length, mark))
    await put(first.uploadId, 2, bytes.subarray(limits.uploadPartBytes, 2 * limits.uploadPartBytes))
    expect((await listUploads(dj)).map(({ uploadId, fileMark }) => [uploadId, fileMark])).toEqual([[first.uploadId, mark.fileMark]])
    const again = await startUpload(dj, asked(bytes.length, mark))
    expect(again).toEqual({ uploadId: first.uploadId, partBytes: limits.uploadPartBytes, parts: [2] })
    // Another file with the same name is another upload.
    expect((await startUpload(dj, asked(bytes.length - 1, mark))).uploadId).not.toBe(first.uploadId)
    // And somebody else's is not to be gone on with.
    const other = await testAccount(a, 'editor')
    expect((await startUpload(other, asked(bytes.length, mark))).uploadId).not.toBe(first.uploadId)
  })

  it('can be completed after a completion died between the store and the database', async () => {
    const bytes = randomBytes(300)
    const { uploadId } = await startUpload(dj, asked(300))
    await put(uploadId, 1, bytes)
    const row = await withTenant(a, (db) => db.upload.findFirstOrThrow({ where: { id: uploadId } }))
    const storage = tenantStorage(a.tenantId)
    await storage.completeMultipart(row.objectKey, row.storageUploadId, (await storage.listParts(row.objectKey, row.storageUploadId)) ?? [])
    expect((await listParts(dj, { uploadId })).parts).toEqual([1])
    expect(await completeUpload(dj, { uploadId })).toMatchObject({ recordingId: expect.any(String) })
  })

  it('replaces the audio of a mix as its next version', async () => {
    const mix = await withTenant(a, (db) =>
      db.mix.create({ data: { slug: `m-${randomUUID().slice(0, 8)}`, title: 'M', recordedOn: new Date() } }),
    )
    for (const number of [1, 2]) {
      const { uploadId } = await startUpload(dj, asked(100, { mixId: mix.id }))
      await put(uploadId, 1, randomBytes(100))
      const made = await completeUpload(dj, { uploadId })
      expect(made.mixId).toBe(mix.id)
      const row = await withTenant(a, (db) => db.recording.findFirstOrThrow({ where: { id: made.recordingId } }))
      expect(row.number).toBe(number)
    }
  })
})

describe('before the first byte', () => {
  it.each([
    ['mix.exe', 10, ['unsupported', 'upload.type']],
    ['mix.m3u8', 10, ['unsupported', 'upload.type']],
    ['mix.wav', 0, ['invalid', 'upload.empty']],
    ['mix.wav', limits.uploadAudioBytes + 1, ['too_large', 'upload.tooLarge']],
  ])('%s of %i bytes is refused', async (filename, bytes, wanted) => {
    expect(await refusal(startUpload(dj, asked(bytes, { filename })))).toEqual(wanted)
  })

  it('an upload for a mix that is another tenant’s, or nobody’s, is refused', async () => {
    const theirs = await withTenant(b, (db) => db.mix.create({ data: { slug: 'theirs', title: 'T', recordedOn: new Date() } }))
    for (const mixId of [theirs.id, randomUUID()])
      expect(await refusal(startUpload(dj, asked(10, { mixId })))).toEqual(['not_found', 'not_found'])
  })

  it('the eleventh of an hour waits, unless the licence says otherwise', async () => {
    for (let index = 0; index < limits.uploadsPerHour; index += 1) await startUpload(dj, asked(10))
    expect(await refusal(startUpload(dj, asked(10)))).toEqual(['too_many', 'upload.tooMany'])
    await database.asOwner(`update tenant set entitlements = '{"uploadsPerHour": 11}' where id = $1`, [a.tenantId])
    await startUpload(dj, asked(10))
    expect(await refusal(startUpload(dj, asked(10)))).toEqual(['too_many', 'upload.tooMany'])
    const later = { ...dj, now: () => new Date(Date.now() + 61 * 60_000) }
    await startUpload(later, asked(10))
    await database.asOwner(`update tenant set entitlements = '{}' where id = $1`, [a.tenantId])
  })

  it('storage that is full takes no more: what others were promised counts', async () => {
    const { usedBytes } = await getStorageUse(dj)
    await database.asOwner(`update tenant set entitlements = $2 where id = $1`, [
      a.tenantId,
      JSON.stringify({ storageBytes: usedBytes + 1_000 }),
    ])
    const two = await Promise.all([refusal(startUpload(dj, asked(600))), refusal(startUpload(dj, asked(600)))])
    expect(two.filter(Boolean)).toEqual([['too_large', 'upload.quota']])
    const [mine] = await listUploads(dj)
    await abortUpload(dj, { uploadId: mine?.uploadId ?? '' })
    expect((await getStorageUse(dj)).usedBytes).toBe(usedBytes)
    await startUpload(dj, asked(1_000))
    await database.asOwner(`update tenant set entitlements = '{}' where id = $1`, [a.tenantId])
  })
})

describe('the wrong owner’s upload', () => {
  it('is not there: not for a colleague, not for another tenant', async () => {
    const { uploadId } = await startUpload(dj, asked(10))
    for (const other of [await testAccount(a, 'owner'), await testAccount(b, 'owner')]) {
      const sha256 = hashOf(randomBytes(10))
      for (const work of [
        () => listParts(other, { uploadId }),
        () => signParts(other, { uploadId, parts: [{ number: 1, sha256 }] }),
        () => completeUpload(other, { uploadId }),
        () => abortUpload(other, { uploadId }),
      ])
        expect(await refusal(work())).toEqual(['not_found', 'not_found'])
    }
    expect((await listParts(dj, { uploadId })).uploadId).toBe(uploadId)
  })

  it('is nothing for fans and moderators', async () => {
    for (const role of ['fan', 'moderator'] as const)
      expect(await refusal(startUpload(await testAccount(a, role), asked(10)))).toEqual(['forbidden', 'forbidden'])
  })
})

describe('an upload that is given up', () => {
  it('leaves nothing in the store, and is not gone on with', async () => {
    const { uploadId } = await startUpload(dj, asked(400))
    await put(uploadId, 1, randomBytes(400))
    const row = await withTenant(a, (db) => db.upload.findFirstOrThrow({ where: { id: uploadId } }))
    await abortUpload(dj, { uploadId })
    await abortUpload(dj, { uploadId })
    expect(await tenantStorage(a.tenantId).listParts(row.objectKey, row.storageUploadId)).toBeNull()
    expect(await refusal(completeUpload(dj, { uploadId }))).toEqual(['gone', 'upload.gone'])
  })

  it('finished ones are not given up', async () => {
    const { uploadId } = await startUpload(dj, asked(50))
    await put(uploadId, 1, randomBytes(50))
    await completeUpload(dj, { uploadId })
    expect(await refusal(abortUpload(dj, { uploadId }))).toEqual(['conflict', 'upload.finished'])
  })

  it('is swept when nobody went on with it for a week', async () => {
    const { uploadId } = await startUpload(dj, asked(400))
    await put(uploadId, 1, randomBytes(400))
    const row = await withTenant(a, (db) => db.upload.findFirstOrThrow({ where: { id: uploadId } }))
    const later = { ...dj, now: () => new Date(Date.now() + limits.uploadKeptMs + 1_000) }
    expect(await sweepUploads(later)).toBeGreaterThan(0)
    expect(await tenantStorage(a.tenantId).listParts(row.objectKey, row.storageUploadId)).toBeNull()
    expect((await withTenant(a, (db) => db.upload.findFirstOrThrow({ where: { id: uploadId } }))).state).toBe('aborted')
  })
})

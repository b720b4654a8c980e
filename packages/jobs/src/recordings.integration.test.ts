import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type TenantRef, withTenant } from '@residency/db'
import { receiveRecording } from '@residency/domain/recordings'
import { tenantStorage } from '@residency/integrations/storage'
import { afterAll, describe, expect, it } from 'vitest'
import { testWav } from '../../domain/src/testing/test-audio.ts'
import { mostAudio } from './relay/full-tenants.ts'
import { useBench } from './testing/bench.ts'
import { postBox } from './testing/test-worker.ts'

const bench = useBench()
afterAll(async () => {
  for (const ref of [bench.a, bench.b]) for (const part of ['originals', 'audio']) await tenantStorage(ref.tenantId).deleteUnder(part)
})

/** A mix with an original that waits to be made into what fans hear. */
async function receive(ref: TenantRef, bytes: Buffer): Promise<string> {
  const storage = tenantStorage(ref.tenantId)
  const objectKey = storage.key('originals', randomUUID())
  await storage.put(objectKey, bytes, { contentType: 'audio/wav' })
  const ctx = await bench.contextOf(ref)
  return withTenant(ref, async (db) => {
    const mix = await db.mix.create({ data: { slug: randomUUID(), title: 'Set', recordedOn: new Date(0) } })
    const file = { mixId: mix.id, uploadId: null, filename: 'Set.wav', objectKey, bytes: BigInt(bytes.length) }
    return receiveRecording(db, ctx, file)
  })
}

const rowOf = (ref: TenantRef, id: string) =>
  withTenant(ref, (db) => db.recording.findFirstOrThrow({ where: { id }, include: { renditions: true, mix: true } }))

describe('recordings of several tenants', () => {
  it('one tenant’s never take every slot, and their mails and pictures don’t wait for them', async () => {
    const long = testWav({ seconds: 60 })
    const many: string[] = []
    for (let index = 0; index < mostAudio + 2; index += 1) many.push(await receive(bench.a, long))
    bench.start(postBox())
    const working = (ids: string[]) =>
      bench.database.asOwner(`select id from recording where id = any($1) and attempt > 0 and stage not in ('ready', 'failed')`, [ids])
    await expect.poll(async () => (await working(many)).length, { timeout: 10_000, interval: 20 }).toBe(mostAudio)
    const other = await receive(bench.b, testWav({ seconds: 2 }))
    let most = 0
    await expect
      .poll(
        async () => {
          most = Math.max(most, (await working(many)).length)
          return (await rowOf(bench.b, other)).stage
        },
        { timeout: 30_000, interval: 20 },
      )
      .toBe('ready')
    expect(most).toBeLessThanOrEqual(mostAudio)
    // The last of the first tenant's still waits in the database.
    expect((await rowOf(bench.a, many.at(-1) ?? '')).stage).toBe('received')
  }, 90_000)
})

describe('a worker killed while it encodes', () => {
  const script = fileURLToPath(new URL('./testing/encoding-worker.ts', import.meta.url))
  const leftovers = async (pid: number | undefined) =>
    (await readdir(join(tmpdir(), 'residency-recordings'))).filter((name) => name.startsWith(`${pid}-`))

  it('has its recording finished by another, whole, and leaves no files behind', async () => {
    const id = await receive(bench.a, testWav({ seconds: 120, seed: 5 }))
    const doomed: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script], {
      env: process.env,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ended = once(doomed, 'exit')
    await expect
      .poll(async () => (await rowOf(bench.a, id)).firstPlayAt, { timeout: 30_000, interval: 20 })
      .not.toBeNull()
      .finally(() => doomed.kill('SIGKILL'))
    await ended
    expect((await rowOf(bench.a, id)).stage).not.toBe('ready')
    expect(await leftovers(doomed.pid)).toHaveLength(1)
    bench.start(postBox())
    await expect.poll(async () => (await rowOf(bench.a, id)).stage, { timeout: 60_000, interval: 100 }).toBe('ready')
    const row = await rowOf(bench.a, id)
    expect([row.attempt, row.mix.recordingId]).toEqual([2, id])
    expect(row.renditions).toHaveLength(4)
    for (const { segmentMs } of row.renditions) expect(segmentMs.reduce((sum, ms) => sum + ms, 0) / 1000).toBeCloseTo(120, 1)
    expect(await leftovers(doomed.pid)).toEqual([])
  }, 120_000)
})

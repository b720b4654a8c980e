import { randomUUID } from 'node:crypto'
import { type TenantRef, withTenant } from '@residency/db'
import { receiveRecording } from '@residency/domain/recordings'
import { tenantStorage } from '@residency/integrations/storage'
import { testWav } from '../../packages/domain/src/testing/test-audio.ts'
import { testContext } from '../../packages/domain/src/testing/test-context.ts'
import { type Fault, type FaultContext, pidOf, sleep, type Tally, tenantOf } from './world.ts'

const seconds = 300
const patienceMs = 180_000
/** Further in each time: while it is checked, at the first segments, in the middle of them. */
const moments: ((row: Row) => boolean)[] = [
  ({ attempt }) => attempt > 0,
  ({ firstPlayAt }) => firstPlayAt !== null,
  ({ renditions }) => renditions.some(({ segmentMs }) => segmentMs.length > 10),
]

type Row = Awaited<ReturnType<typeof rowOf>>
const rowOf = (ref: TenantRef, id: string) =>
  withTenant(ref, (db) => db.recording.findFirstOrThrow({ where: { id }, include: { renditions: true, mix: true } }))

async function receive(ref: TenantRef): Promise<string> {
  const storage = tenantStorage(ref.tenantId)
  const objectKey = storage.key('originals', randomUUID())
  const bytes = testWav({ seconds, seed: Math.ceil(Math.random() * 1e6) })
  await storage.put(objectKey, bytes, { contentType: 'audio/wav' })
  return withTenant(ref, async (db) => {
    const mix = await db.mix.create({ data: { slug: randomUUID(), title: 'Killed', recordedOn: new Date(0) } })
    const file = { mixId: mix.id, uploadId: null, filename: 'Killed.wav', objectKey, bytes: BigInt(bytes.length) }
    return receiveRecording(db, testContext(ref, { kind: 'system' }), file)
  })
}

async function until(ref: TenantRef, id: string, holds: (row: Row) => boolean): Promise<Row> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(20)) {
    const row = await rowOf(ref, id)
    if (holds(row) || row.stage === 'failed') return row
  }
  return rowOf(ref, id)
}

/** Every segment the rows speak of is there, and together they are the whole. */
async function checkWhole(tally: Tally, ref: TenantRef, row: Row): Promise<void> {
  tally.check(row.stage === 'ready', `the recording ended as ${row.stage} (${row.failure})`)
  tally.check(row.mix.recordingId === row.id, 'the mix does not play it')
  tally.check(row.renditions.length === 4, `${row.renditions.length} qualities instead of four`)
  const storage = tenantStorage(ref.tenantId)
  for (const { name, take, segmentMs } of row.renditions) {
    const ms = segmentMs.reduce((sum, each) => sum + each, 0)
    tally.check(Math.abs(ms - seconds * 1000) < 100, `${name} has ${ms} ms`)
    let objects = 0
    for await (const { bytes } of storage.list('audio', row.id, String(take), name)) if (bytes > 0) objects += 1
    tally.check(objects === segmentMs.length + 1, `${name} has ${objects} objects for ${segmentMs.length} segments and their header`)
  }
}

/** The worker is killed in the middle of a recording; the one that comes up instead takes it over and finishes it. */
async function run(context: FaultContext): Promise<Tally[]> {
  const tally = context.tally('encoder.killed')
  const ref = await tenantOf(context, 'danny')
  const began = Date.now()
  for (const moment of moments) {
    const id = await receive(ref)
    await until(ref, id, moment)
    const pid = pidOf('worker')
    if (!pid) throw new Error('the worker is not running')
    process.kill(pid, 'SIGKILL')
    await checkWhole(tally, ref, await until(ref, id, ({ stage }) => stage === 'ready'))
  }
  tally.more.seconds = Math.round((Date.now() - began) / 1000)
  return [tally]
}

export const encoderKilled: Fault = { name: 'encoder.killed', run }

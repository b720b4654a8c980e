import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { withTenant } from '@residency/db'
import { enqueueLater } from '@residency/domain/outbox'
import { describe, expect, it } from 'vitest'
import { mostBusy } from './relay/full-tenants.ts'
import { useBench } from './testing/bench.ts'
import { postBox } from './testing/test-worker.ts'

const bench = useBench()

describe('a noisy tenant', () => {
  it('delays another by a few jobs, not by its ten thousand', async () => {
    await bench.database.asOwner(
      `insert into outbox_event (tenant_id, job, payload) select $1, 'session.sweep', '{}' from generate_series(1, 10000)`,
      [bench.a.tenantId],
    )
    const box = bench.start(postBox())
    await expect.poll(bench.outboxSize, { timeout: 10_000 }).toBeLessThan(10_000)
    const before = (await bench.outboxSize()) ?? 0
    await bench.mailTo(bench.b, 'quiet@fan.example')
    await withTenant(bench.b, (db) => enqueueLater(db, 'token.sweep', {}))
    await expect
      .poll(async () => (await bench.database.asOwner('select 1 from outbox_event where tenant_id = $1', [bench.b.tenantId])).length, {
        timeout: 5_000,
        interval: 5,
      })
      .toBe(0)
    const inFlight = await bench.worker?.producer.inFlight()
    expect(inFlight?.busy.length).toBeLessThanOrEqual(mostBusy + 4)
    await expect.poll(() => box.sent.length, { timeout: 5_000 }).toBe(1)
    expect(before - ((await bench.outboxSize()) ?? 0)).toBeLessThan(2_000)
  })
})

describe('with Redis gone', () => {
  it('loses no job and doubles none', async () => {
    const box = bench.start(postBox())
    await bench.mailTo(bench.a, 'before@fan.example')
    await expect.poll(() => box.sent.length, { timeout: 5_000 }).toBe(1)
    bench.door.shut()
    const ids = await Promise.all(['one', 'two', 'three'].map((name) => bench.mailTo(bench.a, `${name}@fan.example`)))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await bench.outboxSize()).toBe(3)
    expect(bench.worker?.ready()).toBe(false)
    bench.door.open()
    await expect.poll(() => box.sent.length, { timeout: 15_000 }).toBe(4)
    for (const id of ids) await expect.poll(async () => (await bench.mailRow(bench.a, id)).status).toBe('sent')
    expect(box.tries).toHaveLength(4)
  })
})

describe('a worker that is told to stop', () => {
  it('ends the jobs under way and takes no other', async () => {
    const box = bench.start(postBox(() => new Promise((resolve) => setTimeout(resolve, 800))))
    const id = await bench.mailTo(bench.a, 'last@fan.example')
    await expect.poll(() => box.tries.length, { timeout: 5_000 }).toBe(1)
    await bench.worker?.close()
    bench.worker = null
    expect((await bench.mailRow(bench.a, id)).status).toBe('sent')
    await bench.mailTo(bench.a, 'too-late@fan.example')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await bench.outboxSize()).toBe(1)
  })
})

describe('a worker killed in the middle of a job', () => {
  it('has it taken over within fifteen seconds, and done once', async () => {
    const script = fileURLToPath(new URL('./testing/doomed-worker.ts', import.meta.url))
    const doomed = spawn(process.execPath, ['--import', 'tsx', script], { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = once(doomed, 'exit')
    const id = await bench.mailTo(bench.a, 'survivor@fan.example')
    let said = ''
    doomed.stdout.on('data', (words) => {
      said += words
    })
    await expect
      .poll(() => said, { timeout: 15_000 })
      .toBe('taken\n')
      .finally(() => doomed.kill('SIGKILL'))
    await ended
    const killedAt = Date.now()
    const box = bench.start(postBox())
    await expect.poll(async () => (await bench.mailRow(bench.a, id)).status, { timeout: 20_000, interval: 100 }).toBe('sent')
    expect(Date.now() - killedAt).toBeLessThan(15_000)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(box.tries.map(({ to }) => to)).toEqual(['survivor@fan.example'])
  }, 60_000)
})

describe('a job', () => {
  it('whose tenant is gone is not tried for ever', async () => {
    const gone = randomUUID()
    bench.start(postBox())
    await expect.poll(() => bench.worker?.ready(), { timeout: 5_000 }).toBe(true)
    await bench.worker?.producer.add([
      { name: 'session.sweep', tenantId: gone, rowId: 'x', payload: {}, askedAt: new Date().toISOString() },
    ])
    await expect
      .poll(async () => (await bench.worker?.metrics.jobs.get())?.values.find(({ labels }) => labels.outcome === 'failed')?.value, {
        timeout: 5_000,
      })
      .toBe(1)
    expect(await bench.worker?.producer.inFlight()).toEqual({ busy: [], resting: [], audio: [] })
  })

  it('of a newer release stays for its own worker, and does not stand in the way', async () => {
    await bench.database.asOwner(`insert into outbox_event (tenant_id, job, payload) values ($1, 'party.start', '{}')`, [bench.a.tenantId])
    const box = bench.start(postBox())
    await bench.mailTo(bench.a, 'past@fan.example')
    await expect.poll(() => box.sent.length, { timeout: 5_000 }).toBe(1)
    expect(await bench.outboxSize()).toBe(1)
    await bench.database.asOwner(`update outbox_event set created_at = now() - interval '2 days'`)
    await expect.poll(bench.outboxSize, { timeout: 5_000 }).toBe(0)
  })
})

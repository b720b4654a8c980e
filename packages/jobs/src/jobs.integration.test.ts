import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createLogger } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { queueMail, recordMailEvent, suppressAddress } from '@residency/domain/mail'
import { enqueueLater } from '@residency/domain/outbox'
import { MailError } from '@residency/integrations/mail'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createProducer, jobContext, type RunningWorker } from './index.ts'
import { mostBusy } from './relay/full-tenants.ts'
import { type RedisDoor, redisDoor } from './testing/redis-door.ts'
import { dress, emptyQueues, type PostBox, postBox, testWorker } from './testing/test-worker.ts'

let database: TestDatabase
let door: RedisDoor
let a: TenantRef
let b: TenantRef
let worker: RunningWorker | null = null

const log = createLogger('test', 'silent')
const contextOf = (ref: TenantRef) => jobContext({ tenantId: ref.tenantId, id: 'test', name: 'test' }, log)
const link = { name: 'Ana', url: '/verify?token=abc' }

async function mailTo(ref: TenantRef, to: string, props: object = link): Promise<string> {
  const ctx = await contextOf(ref)
  const id = await withTenant(ref, (db) => queueMail(db, ctx, { template: 'verifyEmail', to, locale: 'es', props }))
  if (!id) throw new Error('the mail was held back')
  return id
}
const mailRow = (ref: TenantRef, id: string) => withTenant(ref, (db) => db.mailSend.findFirstOrThrow({ where: { id } }))
const outboxSize = async () => (await database.asOwner<{ n: number }>('select count(*)::int as n from outbox_event'))[0]?.n
const start = (box: PostBox) => {
  worker = testWorker(box)
  return box
}

beforeAll(async () => {
  database = await createTestDatabase()
  door = await redisDoor(process.env.REDIS_URL ?? '')
  process.env.REDIS_URL = door.url
  process.env.REDIS_PREFIX = `jobs-${randomUUID().slice(0, 8)}`
  a = await database.createTenant('alpha')
  b = await database.createTenant('beta')
  await dress(a, 'warehouse', 'DJ Alpha')
  await dress(b, 'nocturne', 'Beta')
})
afterEach(async () => {
  await worker?.close()
  worker = null
  door.open()
  await emptyQueues()
  await database.asOwner('delete from outbox_event')
})
afterAll(async () => {
  await door.close()
  await database.drop()
})

describe('a mail', () => {
  it('goes from the transaction to the provider, in the brand and the reader’s language, and is then forgotten', async () => {
    const box = start(postBox())
    const id = await mailTo(a, 'Ana@Fan.example')
    await expect.poll(() => box.sent.length, { timeout: 5_000 }).toBe(1)
    expect(box.sent[0]).toMatchObject({
      to: 'ana@fan.example',
      from: { name: 'DJ Alpha', address: expect.stringMatching(/^alpha@/) },
      subject: 'Confirma tu dirección',
    })
    expect(box.sent[0]?.html).toMatch(/https?:\/\/alpha\.[^"]*\/verify\?token=abc/)
    expect(box.sent[0]?.text).toMatch(/https?:\/\/alpha\.\S*\/verify\?token=abc/)
    await expect.poll(async () => (await mailRow(a, id)).status).toBe('sent')
    expect(await mailRow(a, id)).toMatchObject({ payload: '', providerId: `provider-${id}` })
    expect(await outboxSize()).toBe(0)
  })

  it('is not sent when its transaction fails', async () => {
    const box = start(postBox())
    const ctx = await contextOf(a)
    await expect(
      withTenant(a, async (db) => {
        await queueMail(db, ctx, { template: 'verifyEmail', to: 'nobody@fan.example', locale: 'en', props: link })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    await mailTo(a, 'after@fan.example')
    await expect.poll(() => box.sent.map(({ to }) => to), { timeout: 5_000 }).toEqual(['after@fan.example'])
  })

  it('is sent once when the same row is carried twice', async () => {
    const id = await mailTo(a, 'twice@fan.example')
    const [row] = await database.asOwner<{ id: string; tenant_id: string; payload: unknown }>('select * from outbox_event')
    const producer = createProducer()
    await expect.poll(() => producer.connection.status).toBe('ready')
    const job = {
      name: 'mail.deliver',
      tenantId: a.tenantId,
      rowId: row?.id ?? '',
      payload: row?.payload,
      askedAt: new Date().toISOString(),
    } as const
    // As a relay that dies after Redis has answered and before Postgres has.
    await producer.add([job])
    const box = start(postBox())
    await expect.poll(outboxSize, { timeout: 5_000 }).toBe(0)
    await expect.poll(async () => (await mailRow(a, id)).status).toBe('sent')
    await producer.add([job])
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(box.tries).toHaveLength(1)
    await producer.close()
  })

  it('is tried again after a passing failure, and not after a permanent one', async () => {
    const box = start(
      postBox(async ({ to }, tries) => {
        if (to.startsWith('flaky') && tries === 1) throw new MailError('not now', false)
        if (to.startsWith('wrong')) throw new MailError('no such address', true)
      }),
    )
    const [flaky, wrong] = [await mailTo(a, 'flaky@fan.example'), await mailTo(a, 'wrong@fan.example')]
    await expect.poll(async () => (await mailRow(a, wrong)).status, { timeout: 5_000 }).toBe('failed')
    expect(await mailRow(a, wrong)).toMatchObject({ error: 'no such address', payload: '' })
    expect((await mailRow(a, flaky)).status).toBe('queued')
    expect(box.tries.filter(({ to }) => to.startsWith('wrong'))).toHaveLength(1)
    // The wait before the second try is the catalogue's; here it is cut short.
    const waiting = await worker?.producer.inFlight()
    expect(waiting?.resting).toHaveLength(1)
  })

  it('does not go to an address that bounced for good, at this tenant alone', async () => {
    const box = start(postBox())
    const first = await mailTo(a, 'gone@fan.example')
    await expect.poll(async () => (await mailRow(a, first)).status, { timeout: 5_000 }).toBe('sent')
    await recordMailEvent(await contextOf(a), { mailSendId: first, kind: 'bounced', permanent: true, detail: 'no such person' })
    const [second, elsewhere] = [await mailTo(a, 'GONE@fan.example'), await mailTo(b, 'gone@fan.example')]
    await expect.poll(async () => (await mailRow(a, second)).status, { timeout: 5_000 }).toBe('suppressed')
    await expect.poll(async () => (await mailRow(b, elsewhere)).status, { timeout: 5_000 }).toBe('sent')
    expect(box.sent.map(({ from }) => from.name)).toEqual(['DJ Alpha', 'Beta'])
    await suppressAddress(await contextOf(a), { recipient: 'gone@fan.example', reason: 'complained' })
    expect(await withTenant(a, (db) => db.mailSuppression.findMany({ where: { recipient: 'gone@fan.example' } }))).toMatchObject([
      { reason: 'bounced' },
    ])
  })

  it('that anybody may ask for goes to an address five times an hour; a notice always', async () => {
    const ctx = await contextOf(b)
    const ask = (template: 'magicLink' | 'passwordChanged') =>
      withTenant(b, (db) => queueMail(db, ctx, { template, to: 'many@fan.example', locale: 'en', props: link }))
    for (let index = 0; index < 5; index += 1) expect(await ask('magicLink')).not.toBeNull()
    expect(await ask('magicLink')).toBeNull()
    expect(await ask('passwordChanged')).not.toBeNull()
  })
})

describe('a noisy tenant', () => {
  it('delays another by a few jobs, not by its ten thousand', async () => {
    await database.asOwner(
      `insert into outbox_event (tenant_id, job, payload) select $1, 'session.sweep', '{}' from generate_series(1, 10000)`,
      [a.tenantId],
    )
    const box = start(postBox())
    await expect.poll(outboxSize, { timeout: 10_000 }).toBeLessThan(10_000)
    const before = (await outboxSize()) ?? 0
    await mailTo(b, 'quiet@fan.example')
    await withTenant(b, (db) => enqueueLater(db, 'token.sweep', {}))
    await expect
      .poll(async () => (await database.asOwner('select 1 from outbox_event where tenant_id = $1', [b.tenantId])).length, {
        timeout: 5_000,
        interval: 5,
      })
      .toBe(0)
    const inFlight = await worker?.producer.inFlight()
    expect(inFlight?.busy.length).toBeLessThanOrEqual(mostBusy + 4)
    await expect.poll(() => box.sent.length, { timeout: 5_000 }).toBe(1)
    expect(before - ((await outboxSize()) ?? 0)).toBeLessThan(2_000)
  })
})

describe('with Redis gone', () => {
  it('loses no job and doubles none', async () => {
    const box = start(postBox())
    await mailTo(a, 'before@fan.example')
    await expect.poll(() => box.sent.length, { timeout: 5_000 }).toBe(1)
    door.shut()
    const ids = await Promise.all(['one', 'two', 'three'].map((name) => mailTo(a, `${name}@fan.example`)))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await outboxSize()).toBe(3)
    expect(worker?.ready()).toBe(false)
    door.open()
    await expect.poll(() => box.sent.length, { timeout: 15_000 }).toBe(4)
    for (const id of ids) await expect.poll(async () => (await mailRow(a, id)).status).toBe('sent')
    expect(box.tries).toHaveLength(4)
  })
})

describe('a worker that is told to stop', () => {
  it('ends the jobs under way and takes no other', async () => {
    const box = start(postBox(() => new Promise((resolve) => setTimeout(resolve, 800))))
    const id = await mailTo(a, 'last@fan.example')
    await expect.poll(() => box.tries.length, { timeout: 5_000 }).toBe(1)
    await worker?.close()
    worker = null
    expect((await mailRow(a, id)).status).toBe('sent')
    await mailTo(a, 'too-late@fan.example')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await outboxSize()).toBe(1)
  })
})

describe('a worker killed in the middle of a job', () => {
  it('has it taken over within fifteen seconds, and done once', async () => {
    const script = fileURLToPath(new URL('./testing/doomed-worker.ts', import.meta.url))
    const doomed = spawn(process.execPath, ['--import', 'tsx', script], { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = once(doomed, 'exit')
    const id = await mailTo(a, 'survivor@fan.example')
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
    const box = start(postBox())
    await expect.poll(async () => (await mailRow(a, id)).status, { timeout: 20_000, interval: 100 }).toBe('sent')
    expect(Date.now() - killedAt).toBeLessThan(15_000)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(box.tries.map(({ to }) => to)).toEqual(['survivor@fan.example'])
  }, 60_000)
})

describe('a job', () => {
  it('whose tenant is gone is not tried for ever', async () => {
    const gone = randomUUID()
    start(postBox())
    await expect.poll(() => worker?.ready(), { timeout: 5_000 }).toBe(true)
    await worker?.producer.add([{ name: 'session.sweep', tenantId: gone, rowId: 'x', payload: {}, askedAt: new Date().toISOString() }])
    await expect
      .poll(async () => (await worker?.metrics.jobs.get())?.values.find(({ labels }) => labels.outcome === 'failed')?.value, {
        timeout: 5_000,
      })
      .toBe(1)
    expect(await worker?.producer.inFlight()).toEqual({ busy: [], resting: [] })
  })

  it('of a newer release stays for its own worker, and does not stand in the way', async () => {
    await database.asOwner(`insert into outbox_event (tenant_id, job, payload) values ($1, 'party.start', '{}')`, [a.tenantId])
    const box = start(postBox())
    await mailTo(a, 'past@fan.example')
    await expect.poll(() => box.sent.length, { timeout: 5_000 }).toBe(1)
    expect(await outboxSize()).toBe(1)
    await database.asOwner(`update outbox_event set created_at = now() - interval '2 days'`)
    await expect.poll(outboxSize, { timeout: 5_000 }).toBe(0)
  })
})

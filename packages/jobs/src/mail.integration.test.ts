import { withTenant } from '@residency/db'
import { queueMail, recordMailEvent, suppressAddress } from '@residency/domain/mail'
import { MailError } from '@residency/integrations/mail'
import { describe, expect, it } from 'vitest'
import { createProducer } from './index.ts'
import { link, useBench } from './testing/bench.ts'
import { postBox } from './testing/test-worker.ts'

const bench = useBench()

describe('a mail', () => {
  it('goes from the transaction to the provider, in the brand and the reader’s language, and is then forgotten', async () => {
    const box = bench.start(postBox())
    const id = await bench.mailTo(bench.a, 'Ana@Fan.example')
    await expect.poll(() => box.sent.length, { timeout: 5_000 }).toBe(1)
    expect(box.sent[0]).toMatchObject({
      to: 'ana@fan.example',
      from: { name: 'DJ Alpha', address: expect.stringMatching(/^alpha@/) },
      subject: 'Confirma tu dirección',
    })
    expect(box.sent[0]?.html).toMatch(/https?:\/\/alpha\.[^"]*\/verify\?token=abc/)
    expect(box.sent[0]?.text).toMatch(/https?:\/\/alpha\.\S*\/verify\?token=abc/)
    await expect.poll(async () => (await bench.mailRow(bench.a, id)).status).toBe('sent')
    expect(await bench.mailRow(bench.a, id)).toMatchObject({ payload: '', providerId: `provider-${id}` })
    expect(await bench.outboxSize()).toBe(0)
  })

  it('is not sent when its transaction fails', async () => {
    const box = bench.start(postBox())
    const ctx = await bench.contextOf(bench.a)
    await expect(
      withTenant(bench.a, async (db) => {
        await queueMail(db, ctx, { template: 'verifyEmail', to: 'nobody@fan.example', locale: 'en', props: link })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    await bench.mailTo(bench.a, 'after@fan.example')
    await expect.poll(() => box.sent.map(({ to }) => to), { timeout: 5_000 }).toEqual(['after@fan.example'])
  })

  it('is sent once when the same row is carried twice', async () => {
    const id = await bench.mailTo(bench.a, 'twice@fan.example')
    const [row] = await bench.database.asOwner<{ id: string; tenant_id: string; payload: unknown }>('select * from outbox_event')
    const producer = createProducer()
    await expect.poll(() => producer.connection.status).toBe('ready')
    const job = {
      name: 'mail.deliver',
      tenantId: bench.a.tenantId,
      rowId: row?.id ?? '',
      payload: row?.payload,
      askedAt: new Date().toISOString(),
    } as const
    // As a relay that dies after Redis has answered and before Postgres has.
    await producer.add([job])
    const box = bench.start(postBox())
    await expect.poll(bench.outboxSize, { timeout: 5_000 }).toBe(0)
    await expect.poll(async () => (await bench.mailRow(bench.a, id)).status).toBe('sent')
    await producer.add([job])
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(box.tries).toHaveLength(1)
    await producer.close()
  })

  it('is tried again after a passing failure, and not after a permanent one', async () => {
    const box = bench.start(
      postBox(async ({ to }, tries) => {
        if (to.startsWith('flaky') && tries === 1) throw new MailError('not now', false)
        if (to.startsWith('wrong')) throw new MailError('no such address', true)
      }),
    )
    const [flaky, wrong] = [await bench.mailTo(bench.a, 'flaky@fan.example'), await bench.mailTo(bench.a, 'wrong@fan.example')]
    await expect.poll(async () => (await bench.mailRow(bench.a, wrong)).status, { timeout: 5_000 }).toBe('failed')
    expect(await bench.mailRow(bench.a, wrong)).toMatchObject({ error: 'no such address', payload: '' })
    expect((await bench.mailRow(bench.a, flaky)).status).toBe('queued')
    expect(box.tries.filter(({ to }) => to.startsWith('wrong'))).toHaveLength(1)
    // The wait before the second try is the catalogue's; here it is cut short.
    const waiting = await bench.worker?.producer.inFlight()
    expect(waiting?.resting).toHaveLength(1)
  })

  it('does not go to an address that bounced for good, at this tenant alone', async () => {
    const box = bench.start(postBox())
    const first = await bench.mailTo(bench.a, 'gone@fan.example')
    await expect.poll(async () => (await bench.mailRow(bench.a, first)).status, { timeout: 5_000 }).toBe('sent')
    await recordMailEvent(await bench.contextOf(bench.a), { mailSendId: first, kind: 'bounced', permanent: true, detail: 'no such person' })
    const [second, elsewhere] = [await bench.mailTo(bench.a, 'GONE@fan.example'), await bench.mailTo(bench.b, 'gone@fan.example')]
    await expect.poll(async () => (await bench.mailRow(bench.a, second)).status, { timeout: 5_000 }).toBe('suppressed')
    await expect.poll(async () => (await bench.mailRow(bench.b, elsewhere)).status, { timeout: 5_000 }).toBe('sent')
    expect(box.sent.map(({ from }) => from.name)).toEqual(['DJ Alpha', 'Beta'])
    await suppressAddress(await bench.contextOf(bench.a), { recipient: 'gone@fan.example', reason: 'complained' })
    expect(await withTenant(bench.a, (db) => db.mailSuppression.findMany({ where: { recipient: 'gone@fan.example' } }))).toMatchObject([
      { reason: 'bounced' },
    ])
  })

  it('that anybody may ask for goes to an address five times an hour; a notice always', async () => {
    const ctx = await bench.contextOf(bench.b)
    const ask = (template: 'magicLink' | 'passwordChanged') =>
      withTenant(bench.b, (db) => queueMail(db, ctx, { template, to: 'many@fan.example', locale: 'en', props: link }))
    for (let index = 0; index < 5; index += 1) expect(await ask('magicLink')).not.toBeNull()
    expect(await ask('magicLink')).toBeNull()
    expect(await ask('passwordChanged')).not.toBeNull()
  })
})

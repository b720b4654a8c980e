import { randomUUID } from 'node:crypto'
import { defaultBrand } from '@residency/brand'
import { withTenant } from '@residency/db'
import { signUp } from '@residency/domain/identity'
import { addMedia } from '@residency/domain/media'
import { enqueueLater } from '@residency/domain/outbox'
import { drawCard } from '@residency/integrations/imaging'
import { tenantStorage } from '@residency/integrations/storage'
import { describe, expect, it } from 'vitest'
import { useBench } from './testing/bench.ts'
import { postBox } from './testing/test-worker.ts'

const bench = useBench()

describe('what other slices ask for', () => {
  it('a sign-up is answered by a letter, whether the address is known or not', async () => {
    const box = bench.start(postBox())
    const visitor = {
      ...(await bench.contextOf(bench.a)),
      actor: { kind: 'anonymous' } as const,
      locale: 'fr' as const,
      ipPrefix: '203.0.113.0/24',
    }
    const asked = {
      name: 'Zoé',
      email: 'zoe@fan.example',
      password: 'a long and winding sentence',
      terms: true,
      termsVersion: '1',
      marketing: false,
      timeZone: null,
    } as const
    await signUp(visitor, asked)
    await expect.poll(() => box.sent.at(-1)?.subject, { timeout: 10_000 }).toBe('Confirmez votre adresse')
    expect(box.sent[0]?.text).toContain('Bonjour Zoé,')
    await bench.database.asOwner("update account set email_verified_at = now() where email = 'zoe@fan.example'")
    await signUp(visitor, asked)
    await expect.poll(() => box.sent.at(-1)?.subject, { timeout: 10_000 }).toBe('Vous avez déjà un compte')
  })

  it('a picture is drawn in the sizes of a first screen', async () => {
    bench.start(postBox())
    const actor = {
      kind: 'account',
      accountId: randomUUID(),
      role: 'editor',
      name: 'Ed',
      email: 'ed@crew.example',
      sessionId: 's',
      authenticatedAt: new Date(),
      hasSecondFactor: false,
    } as const
    const ctx = { ...(await bench.contextOf(bench.a)), actor }
    const { bytes } = await drawCard(bench.a.tenantId, defaultBrand('signal'), { title: randomUUID(), facts: [] })
    const { id } = await addMedia(ctx, { filename: 'cover.jpg', bytes })
    const keys = async () => {
      const all: string[] = []
      for await (const { key } of tenantStorage(bench.a.tenantId).list('media', id)) all.push(key.split('/').at(-1) ?? '')
      return all.sort()
    }
    await expect
      .poll(keys, { timeout: 20_000, interval: 200 })
      .toEqual(['original.jpg', 'w1280.avif', 'w1280.webp', 'w320.avif', 'w320.webp', 'w640.avif', 'w640.webp'])
  })

  it('sweeps run for a tenant that has nothing to sweep', async () => {
    bench.start(postBox())
    for (const name of ['mail.sweep', 'session.sweep', 'token.sweep', 'upload.sweep', 'recording.sweep', 'plays.rollup'] as const)
      await withTenant(bench.a, (db) => enqueueLater(db, name, {}))
    await expect
      .poll(async () => (await bench.worker?.metrics.jobs.get())?.values.filter(({ labels }) => labels.outcome === 'done').length, {
        timeout: 10_000,
      })
      .toBe(6)
  })

  it('a mail lost between database and queue is found again', async () => {
    const id = await bench.mailTo(bench.b, 'lost@fan.example')
    await bench.database.asOwner('delete from outbox_event')
    await bench.database.asOwner(`update mail_send set created_at = now() - interval '2 hours' where id = $1`, [id])
    const box = bench.start(postBox())
    await withTenant(bench.b, (db) => enqueueLater(db, 'mail.sweep', {}))
    await expect.poll(() => box.sent.map(({ to }) => to), { timeout: 10_000 }).toEqual(['lost@fan.example'])
  })
})

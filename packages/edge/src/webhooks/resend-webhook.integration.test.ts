import { createHmac } from 'node:crypto'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { mailReference } from '@residency/domain/mail'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testScope } from '../testing/test-scope.ts'
import { receiveResendWebhook } from './index.ts'

const key = Buffer.from('a secret that is long enough for it')
let database: TestDatabase
let alpha: TenantRef
let beta: TenantRef

beforeAll(async () => {
  process.env.RESEND_WEBHOOK_SECRET = `whsec_${key.toString('base64')}`
  database = await createTestDatabase()
  alpha = await database.createTenant()
  beta = await database.createTenant()
})
afterAll(() => database.drop())

const mailOf = (ref: TenantRef) =>
  withTenant(ref, (db) =>
    db.mailSend.create({
      data: { template: 'verify-email', recipient: 'fan@fan.example', locale: 'en', payload: 'x', status: 'sent' },
      select: { id: true },
    }),
  )

function call(body: object, signed = true): Promise<Response> {
  const text = JSON.stringify(body)
  const [id, at] = ['msg_1', String(Math.floor(Date.now() / 1000))]
  const signature = createHmac('sha256', signed ? key : 'another')
    .update(`${id}.${at}.${text}`)
    .digest('base64')
  const headers = { 'svix-id': id, 'svix-timestamp': at, 'svix-signature': `v1,${signature}` }
  const request = new Request('http://beta.localhost/webhooks/resend', { method: 'POST', body: text, headers })
  return receiveResendWebhook({ request, context: { scope: testScope(beta) } })
}

const bounce = (reference: string) => ({
  type: 'email.bounced',
  data: {
    email_id: 'p1',
    to: ['fan@fan.example'],
    tags: { reference },
    bounce: { type: 'Permanent', subType: 'General', message: 'gone' },
  },
})
const statusOf = async (id: string) =>
  (await database.asOwner<{ status: string }>('select status from mail_send where id = $1', [id]))[0]?.status

describe('a webhook about mails', () => {
  it('finds its mail by our own reference, whatever host it came to', async () => {
    const mail = await mailOf(alpha)
    expect((await call(bounce(mailReference(alpha, mail.id)))).status).toBe(204)
    expect(await statusOf(mail.id)).toBe('bounced')
  })

  it('changes nothing without a valid signature', async () => {
    const mail = await mailOf(alpha)
    expect((await call(bounce(mailReference(alpha, mail.id)), false)).status).toBe(401)
    expect(await statusOf(mail.id)).toBe('sent')
  })

  it('changes nothing for a reference that another tenant made up', async () => {
    const mail = await mailOf(alpha)
    expect((await call(bounce(mailReference(beta, mail.id)))).status).toBe(204)
    expect((await call(bounce('x'.repeat(64)))).status).toBe(204)
    expect(await statusOf(mail.id)).toBe('sent')
  })
})

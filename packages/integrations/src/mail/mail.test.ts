import { createHmac } from 'node:crypto'
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createMailSender,
  createResendSender,
  createSmtpSender,
  formatAddress,
  MailError,
  readResendWebhook,
  WebhookSignatureError,
} from './index.ts'

const mail = {
  from: { name: 'DJ "Danny"', address: 'danny@mail.example' },
  to: 'fan@fan.example',
  subject: 'Hola',
  html: '<p>Hola</p>',
  text: 'Hola',
  idempotencyKey: 'mail-1',
  reference: 'ref-1',
}
const close: (() => unknown)[] = []
afterEach(() => Promise.all(close.splice(0).map((each) => each())))

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close.push(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

describe('an address', () => {
  it.each([
    [{ name: 'DJ Danny', address: 'a@b.example' }, '"DJ Danny" <a@b.example>'],
    [{ name: 'x"\r\nBcc: all@b.example <', address: 'a@b.example' }, '"x Bcc: all@b.example" <a@b.example>'],
    [{ name: ' \u202e ', address: 'a@b.example' }, 'a@b.example'],
  ])('%j → %s', (given, expected) => expect(formatAddress(given)).toBe(expected))
})

describe('Resend', () => {
  async function against(status: number, body: unknown) {
    const seen: { key?: unknown; body?: unknown }[] = []
    const server = createHttp(async (request, response) => {
      seen.push({ key: request.headers['idempotency-key'], body: await json(request) })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    const port = await listen(server)
    return { seen, sender: createResendSender({ apiKey: 're_test', baseUrl: `http://127.0.0.1:${port}` }) }
  }

  it('takes a mail once per key', async () => {
    const { seen, sender } = await against(200, { id: 'r-1' })
    expect(await sender.send(mail)).toEqual({ providerId: 'r-1' })
    expect(seen[0]).toMatchObject({
      key: 'mail-1',
      body: {
        tags: [{ name: 'reference', value: 'ref-1' }],
        from: '"DJ Danny" <danny@mail.example>',
        to: 'fan@fan.example',
        subject: 'Hola',
      },
    })
  })
  it.each([
    [422, { name: 'validation_error', message: 'bad' }, true],
    [429, { name: 'rate_limit_exceeded', message: 'slow' }, false],
    [500, { statusCode: 500 }, false],
    [200, {}, false],
  ])('answering %i %j is an error, permanent: %s', async (status, body, permanent) => {
    const { sender } = await against(status, body)
    await expect(sender.send(mail)).rejects.toMatchObject({ name: 'MailError', permanent })
  })
  it('not answering is an error that may pass', async () => {
    await expect(createResendSender({ apiKey: 'x', baseUrl: 'http://127.0.0.1:1' }).send(mail)).rejects.toMatchObject({ permanent: false })
  })
})

describe('SMTP', () => {
  /** A server that says as much as a client needs to hear. */
  async function against(answerToRecipient: string) {
    const heard: string[] = []
    const server = createServer((socket) => {
      let data = false
      socket.on('error', () => undefined)
      socket.write('220 test\r\n')
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          heard.push(line)
          if (data && line !== '.') continue
          if (line === '.') data = false
          if (line === 'DATA') data = true
          const answer = line.startsWith('RCPT') ? answerToRecipient : line === 'DATA' ? '354 go' : line === 'QUIT' ? '221 bye' : '250 ok'
          socket.write(`${answer}\r\n`)
        }
      })
    })
    const port = await listen(server)
    const sender = createSmtpSender(`smtp://127.0.0.1:${port}`)
    close.unshift(() => sender.close())
    return { heard, sender }
  }

  it('sends both forms under a Message-ID that is the same for the same key', async () => {
    const { heard, sender } = await against('250 ok')
    const first = await sender.send(mail)
    expect(await sender.send(mail)).toEqual(first)
    expect((await sender.send({ ...mail, idempotencyKey: 'mail-2' })).providerId).not.toBe(first.providerId)
    expect(heard.filter((line) => line === `Message-ID: ${first.providerId}`)).toHaveLength(2)
    expect(heard.join('\n')).toContain('Content-Type: text/plain')
    expect(heard.join('\n')).toContain('Content-Type: text/html')
  })
  it.each([
    ['550 no such person', true],
    ['451 later', false],
  ])('hears %s', async (answer, permanent) => {
    const { sender } = await against(answer)
    await expect(sender.send(mail)).rejects.toMatchObject({ name: 'MailError', permanent })
  })
})

describe('the choice of a way out', () => {
  it('names what is missing', () => {
    expect(() => createMailSender({ MAIL_TRANSPORT: 'smtp' })).toThrow('SMTP_URL')
    expect(() => createMailSender({ MAIL_TRANSPORT: 'resend' })).toThrow('RESEND_API_KEY')
    expect(new MailError('x', true).permanent).toBe(true)
  })
})

describe('the webhook of Resend', () => {
  const key = Buffer.from('a secret of the webhook')
  const secret = `whsec_${key.toString('base64')}`
  const event = (type: string, bounce?: object) =>
    JSON.stringify({
      type,
      created_at: '2026-01-01T00:00:00Z',
      data: { email_id: 'r-1', to: ['Fan@Fan.example'], tags: { reference: 'ref-1' }, bounce },
    })

  function signed(body: string, at = Date.now(), prefix = 'svix') {
    const [id, timestamp] = ['msg_1', String(Math.floor(at / 1000))]
    const signature = `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
    const headers: Record<string, string> = { [`${prefix}-id`]: id, [`${prefix}-timestamp`]: timestamp, [`${prefix}-signature`]: signature }
    return (name: string) => headers[name]
  }

  it('tells of a bounce and of a complaint', () => {
    const bounced = event('email.bounced', { type: 'Permanent', subType: 'General', message: 'gone' })
    expect(readResendWebhook(secret, bounced, signed(bounced))).toEqual({
      kind: 'bounced',
      providerId: 'r-1',
      reference: 'ref-1',
      recipients: ['fan@fan.example'],
      permanent: true,
      detail: 'Permanent: General: gone',
    })
    const full = event('email.bounced', { type: 'Transient', subType: 'MailboxFull', message: '' })
    expect(readResendWebhook(secret, full, signed(full, Date.now(), 'webhook'))?.permanent).toBe(false)
    const complained = event('email.complained')
    expect(readResendWebhook(secret, complained, signed(complained))).toMatchObject({ kind: 'complained', permanent: true })
  })
  it('passes over what is of no concern', () => {
    const opened = event('email.opened')
    expect(readResendWebhook(secret, opened, signed(opened))).toBeNull()
    expect(readResendWebhook(secret, '{"type":"email.bounced"}', signed('{"type":"email.bounced"}'))).toBeNull()
  })
  it.each([
    ['no secret', undefined, signed(event('email.bounced'))],
    ['no signature', secret, () => null],
    ['another body', secret, signed('{}')],
    ['an old one', secret, signed(event('email.bounced'), Date.now() - 3_600_000)],
  ])('refuses: %s', (_, given, header) => {
    expect(() => readResendWebhook(given, event('email.bounced'), header)).toThrow(WebhookSignatureError)
  })
})

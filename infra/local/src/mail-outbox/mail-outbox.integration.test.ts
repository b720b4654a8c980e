import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createResendSender, type MailEvent, readResendWebhook } from '@residency/integrations/mail'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeServer, listen } from '../machine/http-server.ts'
import { readBody } from './http.ts'
import { type MailOutbox, startMailOutbox } from './index.ts'
import type { Mail } from './mail.ts'

const apiKey = 're_local'
const secret = `whsec_${Buffer.from('a webhook secret').toString('base64')}`
const mail = {
  from: { name: 'DJ Danny', address: 'danny@mail.example' },
  to: 'fan@example.com',
  subject: 'Confirm <your> address',
  html: '<p>Hello</p>',
  text: 'Hello',
  headers: { 'List-Unsubscribe': '<https://danny.example/u>' },
}

let folder: string
let outbox: MailOutbox
let site: Server
let webhookUrl: string
let heard: (MailEvent | null)[] = []

const start = () => startMailOutbox({ folder, port: 0, apiKey, webhook: { url: webhookUrl, secret } })
const send = (more: object = {}, key: string = crypto.randomUUID()) =>
  createResendSender({ apiKey, baseUrl: outbox.url }).send({ ...mail, ...more, idempotencyKey: key })
const list = async (query = ''): Promise<Mail[]> =>
  ((await (await fetch(`${outbox.url}/api/mails${query}`)).json()) as { mails: Mail[] }).mails
const page = async (path: string): Promise<string> => (await fetch(outbox.url + path)).text()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-outbox-'))
  site = createServer(async (request, response) => {
    const body = await readBody(request)
    try {
      heard.push(readResendWebhook(secret, body, (name) => request.headers[name]?.toString()))
      response.writeHead(204).end()
    } catch {
      response.writeHead(401).end()
    }
  })
  webhookUrl = `${await listen(site, 0)}/webhooks/resend`
  outbox = await start()
})
afterAll(async () => {
  await outbox.stop()
  await closeServer(site)
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  heard = []
  await fetch(`${outbox.url}/api/mails`, { method: 'DELETE' })
})

describe('sending', () => {
  it('takes mails from the SDK and lists them by recipient, newest first', async () => {
    await send()
    await send({ to: 'other@example.org', subject: 'Second' })
    await send({ subject: 'Third' })
    expect((await list('?to=fan@')).map(({ subject }) => subject)).toEqual(['Third', 'Confirm <your> address'])
    expect((await list('?to=@example.org')).map(({ subject }) => subject)).toEqual(['Second'])
    const [first] = await list('?to=fan@example.com&limit=1')
    expect(first).toMatchObject({ from: '"DJ Danny" <danny@mail.example>', to: ['fan@example.com'], text: 'Hello', headers: mail.headers })
  })

  it('delivers one mail for one idempotency key, and refuses another under it', async () => {
    const first = await send({}, 'send-1')
    expect(await send({}, 'send-1')).toEqual(first)
    await expect(send({ subject: 'Other' }, 'send-1')).rejects.toMatchObject({
      permanent: true,
      message: expect.stringContaining('invalid_idempotent_request'),
    })
    expect(await list()).toHaveLength(1)
  })

  it('refuses a wrong key and an address that is none', async () => {
    const stranger = createResendSender({ apiKey: 're_wrong', baseUrl: outbox.url })
    await expect(stranger.send({ ...mail, idempotencyKey: 'x' })).rejects.toThrow('invalid_api_key')
    await expect(send({ to: 'nobody' })).rejects.toMatchObject({ permanent: true, message: expect.stringContaining('validation_error') })
    const bare = await fetch(`${outbox.url}/emails`, { method: 'POST', body: '{}' })
    expect([bare.status, ((await bare.json()) as { name: string }).name]).toEqual([401, 'missing_api_key'])
  })

  it('takes batches', async () => {
    const one = { from: 'a@example.com', to: 'b@example.com', subject: 'One', text: 'x' }
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    const answer = await fetch(`${outbox.url}/emails/batch`, {
      method: 'POST',
      headers,
      body: JSON.stringify([one, { ...one, subject: 'Two' }]),
    })
    expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(2)
    expect((await list()).map(({ subject }) => subject)).toEqual(['Two', 'One'])
  })

  it('keeps its mails over a restart, whatever a crash left beside them', async () => {
    await send()
    await writeFile(join(folder, `${crypto.randomUUID()}.json`), '{"id": "cut o')
    await outbox.stop()
    outbox = await start()
    expect((await list()).map(({ subject }) => subject)).toEqual([mail.subject])
  })
})

describe('the web page', () => {
  it('shows HTML in a sandbox, plain text and headers, and escapes what mails say', async () => {
    const { providerId } = await send()
    expect(await page('/')).toContain('Confirm &lt;your&gt; address')
    expect(await page(`/mails/${providerId}`)).toMatch(/<iframe[^>]+sandbox="allow-popups[^"]*"/)
    expect(await page(`/mails/${providerId}?view=text`)).toContain('<pre>Hello</pre>')
    expect(await page(`/mails/${providerId}?view=headers`)).toContain('&lt;https://danny.example/u&gt;')
    const html = await fetch(`${outbox.url}/mails/${providerId}/html`)
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(await page('/?to=nobody@')).toContain('No mail to nobody@')
    expect((await fetch(`${outbox.url}/mails/${crypto.randomUUID()}`)).status).toBe(404)
  })
})

describe('what happens to a mail afterwards', () => {
  it.each(['bounced', 'complained', 'delivered'] as const)('tells the site that it was %s, signed', async (kind) => {
    const { providerId } = await send()
    const answer = await fetch(`${outbox.url}/api/mails/${providerId}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind }),
    })
    expect(await answer.json()).toEqual({ ok: true, answer: '204 No Content' })
    expect(heard).toEqual([expect.objectContaining({ kind, providerId, recipients: ['fan@example.com'], permanent: kind !== 'delivered' })])
    expect((await list())[0]?.events).toMatchObject([{ kind, answer: '204 No Content' }])
  })

  it('does so from the page’s buttons, and refuses kinds it does not know', async () => {
    const { providerId } = await send()
    const form = await fetch(`${outbox.url}/mails/${providerId}/events?view=text`, {
      method: 'POST',
      body: new URLSearchParams({ kind: 'bounced' }),
      redirect: 'manual',
    })
    expect([form.status, form.headers.get('location')]).toEqual([303, `/mails/${providerId}?view=text`])
    expect(heard).toHaveLength(1)
    const unknown = await fetch(`${outbox.url}/api/mails/${providerId}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'nonsense',
    })
    expect(unknown.status).toBe(422)
  })
})

import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { closeServer, listen } from '../machine/http-server.ts'
import { BodyTooLarge, parseJson, readBody, redirect, sendHtml, sendJson } from './http.ts'
import { type EventKind, eventKinds, type Mail } from './mail.ts'
import { Mailbox } from './mailbox.ts'
import { renderPage, type View, views } from './page.ts'
import { script } from './page-assets.ts'
import { answerResend } from './resend-api.ts'
import { sendWebhook } from './webhook.ts'

export interface MailOutboxOptions {
  folder: string
  port: number
  apiKey: string
  /** Where the application hears of bounces and complaints, and the secret that signs them. */
  webhook: { url: string; secret: string } | null
}

export interface MailOutbox {
  url: string
  stop(): Promise<void>
}

const pagePolicy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; img-src data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'`
const mailPolicy = `default-src 'none'; style-src 'unsafe-inline'; img-src * data:; font-src * data:; sandbox allow-popups allow-popups-to-escape-sandbox`

/** Stands in for Resend on one machine: takes its API's calls, keeps the mails, shows them as a web page and as JSON. */
export async function startMailOutbox({ folder, port, apiKey, webhook }: MailOutboxOptions): Promise<MailOutbox> {
  const mailbox = new Mailbox(folder)
  await mailbox.open()

  const report = async (mail: Mail, kind: EventKind) => {
    if (!webhook) return { ok: false, answer: 'no webhook is set' }
    const result = await sendWebhook(webhook.url, webhook.secret, mail, kind)
    await mailbox.note(mail, { kind, at: new Date().toISOString(), answer: result.answer })
    return result
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://outbox')
    const path = url.pathname
    if (path === '/emails' || path.startsWith('/emails/')) return answerResend(request, response, path, mailbox, apiKey)
    if (path === '/changes') return follow(request, response, mailbox)
    if (path === '/healthz') return sendJson(response, 200, { ok: true })
    if (path === '/api/mails') return answerList(request, response, url, mailbox)
    const [, , id = '', part] = path.match(/^\/(api\/)?mails\/([^/]+)(?:\/(\w+))?$/) ?? []
    const mail = id ? await mailbox.get(id) : null
    if (path !== '/' && !mail) return sendJson(response, 404, { error: 'There is no such page or mail.' })
    if (mail && part === 'events' && request.method === 'POST') return answerEvent(request, response, url, mail, report)
    if (mail && path.startsWith('/api/')) return sendJson(response, 200, mail)
    if (mail && part === 'html') return sendHtml(response, 200, `<base target="_blank">${mail.html ?? ''}`, mailPolicy)
    const to = url.searchParams.get('to') ?? ''
    const asked = url.searchParams.get('view') as View
    const view = views.includes(asked) ? asked : 'html'
    const state = {
      mails: mailbox.list({ to }),
      total: mailbox.list({ limit: Number.POSITIVE_INFINITY }).length,
      to,
      mail,
      view,
      canReport: webhook !== null,
    }
    sendHtml(response, 200, renderPage(state), pagePolicy)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      if (response.headersSent) return response.destroy()
      sendJson(response, error instanceof BodyTooLarge ? 413 : 500, { statusCode: 500, name: 'application_error', message: error.message })
    })
  })
  const address = await listen(server, port)
  return { url: address, stop: () => closeServer(server, 200) }
}

/** `GET /api/mails?to=&after=`: whole mails, newest first, for tests. `DELETE` empties the outbox. */
async function answerList(request: IncomingMessage, response: ServerResponse, url: URL, mailbox: Mailbox): Promise<void> {
  if (request.method === 'DELETE') {
    await mailbox.clear()
    return sendJson(response, 200, { ok: true })
  }
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 50) || 50, 500)
  const found = mailbox.list({ to: url.searchParams.get('to'), after: url.searchParams.get('after'), limit })
  sendJson(response, 200, { mails: await Promise.all(found.map(({ id }) => mailbox.get(id))) })
}

/** `POST …/mails/<id>/events` with `kind`, from the page's form or as JSON. */
async function answerEvent(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  mail: Mail,
  report: (mail: Mail, kind: EventKind) => Promise<{ ok: boolean; answer: string }>,
): Promise<void> {
  const body = await readBody(request)
  const asJson = request.headers['content-type']?.startsWith('application/json') ?? false
  const kind = (asJson ? (parseJson(body) as { kind?: string } | null)?.kind : new URLSearchParams(body).get('kind')) as EventKind
  if (!eventKinds.includes(kind)) return sendJson(response, 422, { error: `kind must be one of ${eventKinds.join(', ')}` })
  const result = await report(mail, kind)
  if (asJson) return sendJson(response, result.ok ? 200 : 502, result)
  redirect(response, `/mails/${mail.id}${url.search}`)
}

/** Server-sent events: one for each change. */
function follow(request: IncomingMessage, response: ServerResponse, mailbox: Mailbox): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': here\n\n')
  const forget = mailbox.onChange(() => response.write('data: changed\n\n'))
  request.once('close', forget)
}

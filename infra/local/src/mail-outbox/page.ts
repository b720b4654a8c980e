import { type EventKind, eventKinds, type Mail } from './mail.ts'
import type { Summary } from './mailbox.ts'
import { script, styles } from './page-assets.ts'

export const views = ['html', 'phone', 'text', 'headers'] as const
export type View = (typeof views)[number]

export interface PageState {
  mails: Summary[]
  total: number
  to: string
  mail: Mail | null
  view: View
  canReport: boolean
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)

const titles: Record<View, string> = { html: 'HTML', phone: 'Phone', text: 'Plain text', headers: 'Headers' }
const reports: Record<EventKind, string> = { delivered: 'Deliver', bounced: 'Bounce', complained: 'Complain' }

const address = (path: string, query: Record<string, string>): string => {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return escapeHtml(search ? `${path}?${search}` : path)
}

const time = (iso: string): string => {
  const date = new Date(iso)
  const today = date.toDateString() === new Date().toDateString()
  const text = today
    ? date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
  return `<time datetime="${iso}">${text}</time>`
}

export function renderPage(state: PageState): string {
  const { mails, total, to, mail } = state
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${mail ? `${escapeHtml(mail.subject)} · Outbox` : `Outbox (${total})`}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23c8401e' d='M0 3h16v10H0z'/%3E%3Cpath fill='none' stroke='%23fff' d='m1 4 7 5 7-5'/%3E%3C/svg%3E">
<style>${styles}</style>
</head>
<body${mail ? ' class="reading"' : ''}>
<header>
  <h1><a href="/">Outbox</a></h1>
  <p>${total === 0 ? 'Nothing sent yet' : `${total} ${total === 1 ? 'mail' : 'mails'}`}</p>
  <form role="search" action="/"><label for="to">Recipient</label><input id="to" name="to" type="search" value="${escapeHtml(to)}" placeholder="name@ or @example.com" autocomplete="off" spellcheck="false"></form>
</header>
<nav aria-label="Mails">${renderList(mails, to, mail)}</nav>
<main>${mail ? renderMail(state, mail) : renderEmpty(total)}</main>
<script>${script}</script>
</body>
</html>`
}

function renderList(mails: Summary[], to: string, open: Mail | null): string {
  if (mails.length === 0) return `<p class="none">${to ? `No mail to ${escapeHtml(to)}.` : 'Mails appear here as they are sent.'}</p>`
  const items = mails.map(
    ({ id, subject, to: recipients, createdAt }) =>
      `<li><a href="${address(`/mails/${id}`, { to })}"${id === open?.id ? ' aria-current="page"' : ''}><b>${escapeHtml(subject)}</b><span>${escapeHtml(recipients.join(', '))}</span>${time(createdAt)}</a></li>`,
  )
  return `<ol>${items.join('')}</ol>`
}

const renderEmpty = (total: number): string =>
  `<div class="empty"><p>${total === 0 ? 'No mail has been sent.' : 'Choose a mail.'}</p><p>What the sites send on this machine comes here and goes nowhere else.</p></div>`

function renderMail({ to, view, canReport }: PageState, mail: Mail): string {
  const path = `/mails/${mail.id}`
  const tabs = views.map(
    (name) =>
      `<a href="${address(path, { view: name === 'html' ? '' : name, to })}"${name === view ? ' aria-current="true"' : ''}>${titles[name]}</a>`,
  )
  const buttons = eventKinds.map((kind) => `<button name="kind" value="${kind}">${reports[kind]}</button>`)
  const events = mail.events.map(({ kind, at, answer }) => `<li>${time(at)} ${kind} → ${escapeHtml(answer)}</li>`)
  return `
<a class="back" href="${address('/', { to })}">All mails</a>
<h2>${escapeHtml(mail.subject)}</h2>
<dl><dt>From</dt><dd>${escapeHtml(mail.from)}</dd><dt>To</dt><dd>${escapeHtml(mail.to.join(', '))}</dd><dt>Sent</dt><dd>${time(mail.createdAt)}</dd></dl>
<div class="bar"><div class="tabs">${tabs.join('')}</div>${canReport ? `<form method="post" action="${address(`${path}/events`, { view, to })}" aria-label="Tell the site">${buttons.join('')}</form>` : ''}</div>
${events.length > 0 ? `<ul class="events">${events.join('')}</ul>` : ''}
${renderView(mail, view)}`
}

function renderView(mail: Mail, view: View): string {
  if (view === 'text') return `<pre>${escapeHtml(mail.text ?? '(no plain text)')}</pre>`
  if (view === 'headers') {
    const rows = Object.entries({
      From: mail.from,
      To: mail.to.join(', '),
      ...(mail.cc ? { Cc: mail.cc.join(', ') } : {}),
      ...(mail.bcc ? { Bcc: mail.bcc.join(', ') } : {}),
      ...(mail.reply_to ? { 'Reply-To': mail.reply_to.join(', ') } : {}),
      Subject: mail.subject,
      Date: new Date(mail.createdAt).toUTCString(),
      'Message-ID': mail.id,
      ...mail.headers,
      ...Object.fromEntries(mail.tags.map(({ name, value }) => [`Tag ${name}`, value])),
    })
    return `<table>${rows.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`
  }
  if (mail.html === undefined) return '<pre>(no HTML)</pre>'
  return `<iframe class="${view}" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html"></iframe>`
}

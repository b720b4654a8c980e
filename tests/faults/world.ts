import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type TenantRef, tenantRef, withTenant } from '@residency/db'
import { queueMail } from '@residency/domain/mail'
import { type Installation, localFolder } from '@residency/local'
import type pg from 'pg'
import { visitor } from '../../packages/domain/src/testing/signed-in.ts'
import { readLedger } from '../../scripts/lib/ledger.mjs'
import { type Answer, ask } from '../support/ask.ts'

export const installationName = 'faults'

/** What was tried and what of it failed; `more` says how quickly. */
export class Tally {
  tried = 0
  failed = 0
  more: Record<string, number> = {}
  readonly #name: string
  readonly #say: (line: string) => void

  constructor(name: string, say: (line: string) => void) {
    this.#name = name
    this.#say = say
  }

  check(holds: boolean, otherwise: string): void {
    this.tried += 1
    if (holds) return
    this.failed += 1
    if (this.failed <= 5) this.#say(`  FAILED ${this.#name}: ${otherwise}`)
  }

  line(): Record<string, string | number> {
    return { name: this.#name, tried: this.tried, failed: this.failed, ...this.more }
  }
}

export interface FaultContext {
  installation: Installation
  owner: pg.Client
  say(line: string): void
  /** How long a service is gone. */
  awayMs: number
  tally(name: string): Tally
}

export interface Fault {
  name: string
  run(context: FaultContext): Promise<Tally[]>
}

export const slugs = ['danny', 'hathor', 'connect'] as const
export const sharedPages = ['/', '/mixes', '/events', '/about', '/links', '/feed.xml', '/es/mixes'] as const

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A page of a tenant. No answer at all counts as status 0. */
export async function visit({ installation }: FaultContext, slug: string, path: string, more: object = {}): Promise<Answer> {
  const port = installation.services.ports.site
  const none: Answer = { status: 0, headers: {}, body: '' }
  return (await ask(port, path, { host: `${slug}.localhost:${port}`, ...more }).catch(() => none)) ?? none
}

/** Sends a form as a browser without scripts does. */
export function send(context: FaultContext, slug: string, path: string, fields: Record<string, string>): Promise<Answer> {
  const body = new URLSearchParams(fields).toString()
  const origin = `http://${slug}.localhost:${context.installation.services.ports.site}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)), origin }
  return visit(context, slug, path, { method: 'POST', headers, body })
}

export async function tenantOf({ owner }: FaultContext, slug: string): Promise<TenantRef & { slug: string }> {
  const { rows } = await owner.query<{ id: string }>('select id from tenant where slug = $1', [slug])
  return Object.freeze({ ...tenantRef('cli', rows[0]?.id ?? ''), slug })
}

/** Queues a mail as a verb does, in a transaction of the tenant, and gives its address. */
export async function queueTestMail(ref: TenantRef & { slug: string }): Promise<string> {
  const to = `faults-${randomUUID()}@fan.example`
  const props = { name: 'Ana', url: '/verify?token=abc' }
  const id = await withTenant(ref, (db) => queueMail(db, visitor(ref), { template: 'verifyEmail', to, locale: 'en', props }))
  if (!id) throw new Error('the mail was held back')
  return to
}

async function mailsTo({ installation }: FaultContext, to: string): Promise<number> {
  const answer = await fetch(`${installation.services.addresses.mail.url}/api/mails?to=${encodeURIComponent(to)}`)
  return ((await answer.json()) as { mails: unknown[] }).mails.length
}

/** How many of these addresses have exactly so many mails. */
export async function mailCounts(context: FaultContext, addresses: readonly string[]): Promise<number[]> {
  return Promise.all(addresses.map((to) => mailsTo(context, to)))
}

/** Waits until every address has a mail; false when the time is over. */
export async function waitForMails(context: FaultContext, addresses: readonly string[], ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(100))
    if ((await mailCounts(context, addresses)).every((count) => count > 0)) return true
  return false
}

/** The processes of the installation that run now, by name. */
export const pidOf = (name: string): number | undefined =>
  readLedger(join(localFolder, installationName)).find((entry) => entry.name === name)?.pid

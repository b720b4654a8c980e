import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bareAddress, type Mail, type MailContent } from './mail.ts'

export type Summary = Pick<Mail, 'id' | 'createdAt' | 'subject' | 'from' | 'to'>

const mostKept = 5_000
const keyLifeMs = 24 * 60 * 60_000

export class IdempotencyConflict extends Error {}

/** Mails as files of one folder, newest last; the oldest make room. */
export class Mailbox {
  private readonly folder: string
  private readonly listeners = new Set<() => void>()
  private readonly keys = new Map<string, { hash: string; ids: string[]; at: number }>()
  private summaries: Summary[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  /** Reads what earlier runs kept. A file cut off by a crash is left out. */
  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.json'))
    const mails = await Promise.all(names.map((name) => this.get(name.slice(0, -'.json'.length))))
    this.summaries = mails.flatMap((mail) => (mail ? [summarize(mail)] : [])).sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  }

  /**
   * Keeps mails. The same idempotency key with the same content within a day keeps nothing new and gives the same ids; with other content
   * it is refused (IdempotencyConflict).
   */
  async add(contents: MailContent[], key: string | null): Promise<string[]> {
    const hash = createHash('sha256').update(JSON.stringify(contents)).digest('hex')
    const known = key === null ? undefined : this.keys.get(key)
    if (known && known.at > Date.now() - keyLifeMs) {
      if (known.hash !== hash) throw new IdempotencyConflict()
      return known.ids
    }
    const mails = contents.map((content): Mail => ({ ...content, id: randomUUID(), createdAt: new Date().toISOString(), events: [] }))
    const ids = mails.map(({ id }) => id)
    if (key !== null) this.keys.set(key, { hash, ids, at: Date.now() })
    for (const mail of mails) await this.write(mail)
    this.summaries.push(...mails.map(summarize))
    for (const { id } of this.summaries.splice(0, this.summaries.length - mostKept)) await rm(this.file(id), { force: true })
    for (const listener of this.listeners) listener()
    return ids
  }

  async get(id: string): Promise<Mail | null> {
    if (!/^[0-9a-f-]{36}$/.test(id)) return null
    try {
      return JSON.parse(await readFile(this.file(id), 'utf8')) as Mail
    } catch {
      return null
    }
  }

  /** Newest first. `to` is an address or the beginning or end of one. */
  list({ to, after, limit = 200 }: { to?: string | null; after?: string | null; limit?: number } = {}): Summary[] {
    const wanted = to?.trim().toLowerCase()
    const isWanted = (mail: Summary): boolean =>
      (!wanted || mail.to.some((address) => bareAddress(address).startsWith(wanted) || bareAddress(address).endsWith(wanted))) &&
      (!after || mail.createdAt > after)
    return this.summaries.filter(isWanted).reverse().slice(0, limit)
  }

  async note(mail: Mail, event: Mail['events'][number]): Promise<void> {
    await this.write({ ...mail, events: [...mail.events, event] })
    for (const listener of this.listeners) listener()
  }

  async clear(): Promise<void> {
    for (const { id } of this.summaries.splice(0)) await rm(this.file(id), { force: true })
    this.keys.clear()
    for (const listener of this.listeners) listener()
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private async write(mail: Mail): Promise<void> {
    const file = this.file(mail.id)
    await writeFile(`${file}.draft`, JSON.stringify(mail), { mode: 0o600 })
    await rename(`${file}.draft`, file)
  }

  private file(id: string): string {
    return join(this.folder, `${id}.json`)
  }
}

const summarize = ({ id, createdAt, subject, from, to }: Mail): Summary => ({ id, createdAt, subject, from, to })

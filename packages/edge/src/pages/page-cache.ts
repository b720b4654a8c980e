import { type Logger, limits } from '@residency/config'
import type { KnownTenant } from '../hosts/index.ts'
import type { Visitor } from '../visitor/index.ts'
import { PageStore } from './page-store.ts'
import { type Snapshot, type StoredPage, storePage } from './stored-page.ts'

/** A page that many may see: everything its bytes depend on. */
export interface PageAsk {
  known: KnownTenant
  /** Canonical path and query (page-address.ts). */
  target: string
  /** What of the visitor the page depends on: mode and consent. */
  variant: string
  visitor: Visitor
}

export type Outcome = 'hit' | 'stale' | 'made' | 'last-known'
export type Answer = { page: StoredPage; outcome: Outcome } | { snapshot: Snapshot }

export interface PageCacheOptions {
  /** Makes the page for nobody in particular. `mayBeStored` is false for drafts and whatever a loader kept private. */
  render: (ask: PageAsk) => Promise<{ snapshot: Snapshot; mayBeStored: boolean; turnsAt?: Date | null }>
  isOverloaded: () => boolean
  log: Logger
  store?: PageStore
  now?: () => number
}

/**
 * Shared pages: made once a tenant, revision, address and variant, however many ask at the same time. A page past its freshness is shown while
 * a new one is made; a page of an older revision only when the new one can't be.
 */
export class PageCache {
  readonly #options: PageCacheOptions
  readonly #store: PageStore
  readonly #now: () => number
  readonly #making = new Map<string, Promise<Answer>>()

  constructor(options: PageCacheOptions) {
    this.#options = options
    this.#store = options.store ?? new PageStore()
    this.#now = options.now ?? Date.now
  }

  get bytes(): number {
    return this.#store.bytes
  }

  /** From memory, at once, or undefined. Starts making a new copy when the one it gives is past its freshness. */
  peek(ask: PageAsk): { page: StoredPage; outcome: 'hit' | 'stale' } | undefined {
    const now = this.#now()
    const page = this.#store.get(ask.known.record.id, `${ask.variant}\n${ask.target}`, now)
    if (!page || page.revision !== ask.known.record.revision) return undefined
    if (page.turnsAt !== null && page.turnsAt <= now) return undefined
    const age = now - page.storedAt
    if (age <= limits.pageFreshMs) return { page, outcome: 'hit' }
    if (age > limits.pageStaleMs) return undefined
    if (!this.#options.isOverloaded()) this.#make(ask).catch(() => undefined)
    return { page, outcome: 'stale' }
  }

  /** The page, made if need be. Throws what rendering threw when there is no copy at all to show. */
  async get(ask: PageAsk): Promise<Answer> {
    const known = this.peek(ask)
    if (known) return known
    const last = this.last(ask)
    if (last && this.#options.isOverloaded()) return { page: last, outcome: 'last-known' }
    try {
      const answer = await this.#make(ask)
      const failed = 'snapshot' in answer && answer.snapshot.status >= 500 && ask.known.record.status !== 'suspended'
      return failed && last ? { page: last, outcome: 'last-known' } : answer
    } catch (error) {
      if (!last) throw error
      this.#options.log.warn(
        { err: error, tenant: ask.known.record.id, path: ask.target },
        'a page could not be made; its last known copy is shown',
      )
      return { page: last, outcome: 'last-known' }
    }
  }

  /** Whatever copy there is, of any age and revision. */
  last(ask: PageAsk): StoredPage | undefined {
    return this.#store.get(ask.known.record.id, `${ask.variant}\n${ask.target}`, this.#now())
  }

  #make(ask: PageAsk): Promise<Answer> {
    const { id, revision } = ask.known.record
    // With the revision: whoever comes after a change does not wait for a page from before it.
    const key = `${id} ${revision} ${ask.variant}\n${ask.target}`
    let making = this.#making.get(key)
    if (!making) {
      making = this.#render(ask).finally(() => this.#making.delete(key))
      this.#making.set(key, making)
    }
    return making
  }

  async #render(ask: PageAsk): Promise<Answer> {
    const { id, revision } = ask.known.record
    const { snapshot, mayBeStored, turnsAt } = await this.#options.render(ask)
    if (!mayBeStored || snapshot.status !== 200 || snapshot.headers.some(([name]) => name.toLowerCase() === 'set-cookie'))
      return { snapshot }
    const page = await storePage(snapshot, revision, this.#now(), turnsAt)
    this.#store.set(id, `${ask.variant}\n${ask.target}`, page)
    return { page, outcome: 'made' }
  }
}

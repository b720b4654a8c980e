import { isLocale, type Logger, limits } from '@residency/config'
import { type ResolvedHost, resolveHost, type TenantRef, tenantRef } from '@residency/db'
import type { TenantRecord } from '@residency/domain/context'
import { LRUCache } from 'lru-cache'
import { parseHost, slugOf } from './parse-host.ts'

/** What a process knows of a tenant. The reference is made here: the host is where it comes from. */
export interface KnownTenant {
  record: TenantRecord
  ref: TenantRef
}

interface Entry {
  known: KnownTenant | null
  freshUntil: number
}

/** A place that processes share: Redis. It may forget, fail or be slow; it may not be trusted to be new (see `revisionOf`). */
export interface SharedDirectory {
  get(host: string): Promise<{ host: ResolvedHost; storedAt: number } | null>
  put(host: string, found: ResolvedHost): Promise<void>
  /** The newest revision announced for a tenant, so that an older record is known to be old. */
  revisionOf(tenantId: string): Promise<number | null>
  announce(tenantId: string, revision: number): Promise<void>
}

export interface DirectoryOptions {
  /** Domains under which `<slug>.<parent>` is a tenant; the first one is where free subdomains live. */
  parents: readonly string[]
  shared: SharedDirectory
  log: Logger
  lookUp?: typeof resolveHost
  now?: () => number
}

/** Unknown hosts are kept as long as nobody minds that a new domain does not answer yet. */
const unknownTtlMs = limits.tenantPollMs

/**
 * Host name → tenant: memory, then the shared cache, then the database. An announced revision drops what it made old;
 * while the database is away, what is known goes on being used.
 */
export class TenantDirectory {
  readonly #options: DirectoryOptions
  readonly #now: () => number
  readonly #known = new LRUCache<string, Entry>({ max: limits.hostCacheEntries, dispose: (entry, host) => this.#forget(host, entry) })
  readonly #unknown = new LRUCache<string, Entry>({ max: 10_000 })
  readonly #hosts = new Map<string, Set<string>>()
  readonly #announced = new Map<string, number>()
  readonly #looking = new Map<string, Promise<KnownTenant | null>>()
  #sharedSince = 0

  constructor(options: DirectoryOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
  }

  /** The tenant behind a Host header as far as memory knows: undefined means "ask `resolve`", null "nobody's". */
  peek(unverifiedHost: string | undefined): KnownTenant | null | undefined {
    if (unverifiedHost === undefined) return null
    // Most Host headers are a name as we keep it, or that and a port: no parsing then. Looking doesn't count as use (that would write to the
    // list of what was used last, at every request): whoever is in use is looked up anew, and so set, each time it has grown old.
    let entry = this.#known.peek(unverifiedHost)
    if (!entry) {
      const colon = unverifiedHost.lastIndexOf(':')
      if (colon > 0) entry = this.#known.peek(unverifiedHost.slice(0, colon))
    }
    return entry && entry.freshUntil > this.#now() ? entry.known : undefined
  }

  /** The tenant behind a Host header. Throws only when the database does not answer and nothing is known. */
  async resolve(unverifiedHost: string | undefined): Promise<KnownTenant | null> {
    const host = parseHost(unverifiedHost)
    if (host === null) return null
    const entry = this.#known.get(host) ?? this.#unknown.get(host)
    if (entry && entry.freshUntil > this.#now()) return entry.known
    let looking = this.#looking.get(host)
    if (!looking) {
      looking = this.#look(host, entry).finally(() => this.#looking.delete(host))
      this.#looking.set(host, looking)
    }
    return looking
  }

  /** A revision was announced: what is known of the tenant is old, in every process. */
  changed(tenantId: string, revision: number): void {
    // Forgetting is safe: the shared cache keeps announced revisions too.
    if (this.#announced.size >= 50_000) this.#announced.clear()
    this.#announced.set(tenantId, revision)
    for (const host of this.#hosts.get(tenantId) ?? []) {
      const entry = this.#known.peek(host)
      if (entry) entry.freshUntil = 0
    }
    // A domain may have been proved a moment ago: whoever asked too early may ask again.
    this.#unknown.clear()
    this.#options.shared.announce(tenantId, revision).catch(() => undefined)
  }

  /** Announcements may have been missed: nothing known counts as new any more. */
  missedAnnouncements(): void {
    for (const entry of this.#known.values()) entry.freshUntil = 0
    this.#unknown.clear()
    this.#announced.clear()
    this.#sharedSince = this.#now()
  }

  async #look(host: string, stale: Entry | undefined): Promise<KnownTenant | null> {
    const shared = await this.#fromShared(host)
    if (shared) return this.#keep(host, shared)
    let found: ResolvedHost | null
    try {
      found = await this.#fromDatabase(host)
    } catch (error) {
      if (!stale) throw error
      this.#options.log.warn({ err: error, host }, 'the database does not answer; a tenant is served as it was last known')
      stale.freshUntil = this.#now() + limits.tenantPollMs
      return stale.known
    }
    if (!found) {
      this.#known.delete(host)
      this.#unknown.set(host, { known: null, freshUntil: this.#now() + unknownTtlMs })
      return null
    }
    this.#options.shared.put(host, found).catch(() => undefined)
    return this.#keep(host, found)
  }

  async #fromShared(host: string): Promise<ResolvedHost | null> {
    try {
      const kept = await this.#options.shared.get(host)
      if (!kept || kept.storedAt < this.#sharedSince) return null
      const newest = Math.max(
        (await this.#options.shared.revisionOf(kept.host.tenantId)) ?? 0,
        this.#announced.get(kept.host.tenantId) ?? 0,
      )
      return kept.host.revision >= newest ? kept.host : null
    } catch {
      return null
    }
  }

  async #fromDatabase(host: string): Promise<ResolvedHost | null> {
    const lookUp = this.#options.lookUp ?? resolveHost
    const slug = slugOf(host, this.#options.parents)
    return lookUp(slug === null ? { hostname: host } : { slug })
  }

  #keep(host: string, found: ResolvedHost): KnownTenant {
    const { tenantId, primaryHost, locale, ...rest } = found
    const known: KnownTenant = {
      ref: tenantRef('host', tenantId),
      record: {
        ...rest,
        id: tenantId,
        locale: isLocale(locale) ? locale : 'en',
        primaryHost: primaryHost ?? `${found.slug.toLowerCase()}.${this.#options.parents[0]}`,
      },
    }
    // A revision announced while we were looking makes this one old at once.
    const old = found.revision < (this.#announced.get(tenantId) ?? 0)
    this.#known.set(host, { known, freshUntil: old ? 0 : this.#now() + limits.hostCacheTtlMs })
    const hosts = this.#hosts.get(tenantId) ?? new Set()
    this.#hosts.set(tenantId, hosts.add(host))
    return known
  }

  #forget(host: string, entry: Entry): void {
    const tenantId = entry.known?.record.id
    const hosts = tenantId === undefined ? undefined : this.#hosts.get(tenantId)
    if (!tenantId || !hosts) return
    hosts.delete(host)
    if (hosts.size > 0) return
    this.#hosts.delete(tenantId)
    this.#announced.delete(tenantId)
  }
}

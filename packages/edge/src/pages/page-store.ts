import { limits } from '@residency/config'
import type { StoredPage } from './stored-page.ts'

interface TenantPages {
  bytes: number
  /** Oldest use first: a Map keeps the order of insertion. */
  pages: Map<string, StoredPage>
}

/** How seldom a page's place in the order is renewed: the order need not be exact, and a hit must cost nothing. */
const touchEveryMs = 1_000

/**
 * Pages in memory. A tenant's pages share its bytes and the tenants share the whole; what was not asked for longest goes first.
 * One page is kept a key, whatever its revision: an old one is the last known copy until the new one is made.
 */
export class PageStore {
  readonly #tenants = new Map<string, TenantPages>()
  readonly #touched = new WeakMap<StoredPage, number>()
  readonly #perTenant: number
  readonly #most: number
  #bytes = 0

  constructor(options: { perTenant?: number; most?: number } = {}) {
    this.#perTenant = options.perTenant ?? limits.pageCacheBytesPerTenant
    this.#most = options.most ?? limits.pageCacheBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get(tenantId: string, key: string, now: number): StoredPage | undefined {
    const tenant = this.#tenants.get(tenantId)
    const page = tenant?.pages.get(key)
    if (!tenant || !page) return undefined
    if (now - (this.#touched.get(page) ?? 0) > touchEveryMs) {
      this.#touched.set(page, now)
      tenant.pages.delete(key)
      tenant.pages.set(key, page)
      this.#tenants.delete(tenantId)
      this.#tenants.set(tenantId, tenant)
    }
    return page
  }

  set(tenantId: string, key: string, page: StoredPage): void {
    this.#drop(tenantId, key)
    if (page.bytes > this.#perTenant) return
    const tenant = this.#tenants.get(tenantId) ?? { bytes: 0, pages: new Map() }
    this.#tenants.set(tenantId, tenant)
    tenant.pages.set(key, page)
    tenant.bytes += page.bytes
    this.#bytes += page.bytes
    while (tenant.bytes > this.#perTenant) this.#dropOldest(tenantId, tenant)
    while (this.#bytes > this.#most) {
      const [first] = this.#tenants
      if (!first) return
      this.#dropOldest(...first)
    }
  }

  #dropOldest(tenantId: string, tenant: TenantPages): void {
    const [key] = tenant.pages.keys()
    if (key !== undefined) this.#drop(tenantId, key)
  }

  #drop(tenantId: string, key: string): void {
    const tenant = this.#tenants.get(tenantId)
    const page = tenant?.pages.get(key)
    if (!tenant || !page) return
    tenant.pages.delete(key)
    tenant.bytes -= page.bytes
    this.#bytes -= page.bytes
    if (tenant.pages.size === 0) this.#tenants.delete(tenantId)
  }
}

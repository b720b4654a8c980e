import { readTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'

export interface SiteAddress {
  kind: 'mix' | 'event' | 'page' | 'legal'
  slug: string
  changedAt: Date
}

/** A site map may hold 50,000 addresses; each stands in it once a language. */
const most = 10_000

/** Every public page of the site that has a name of its own, for search engines. The newest mixes first, should there be too many. */
export async function listSiteAddresses(ctx: Pick<TenantContext, 'ref'>): Promise<SiteAddress[]> {
  return readTenant(ctx.ref, (sql) =>
    sql.query<SiteAddress>(
      'site_addresses',
      `(select 'mix' as kind, slug, updated_at as "changedAt" from mix
          where publication = 'published' and published_at <= now() order by published_at desc limit $1)
       union all (select 'event', slug, updated_at from event where publication = 'published' order by starts_at desc limit 1000)
       union all (select kind::text, slug, published_at from page where published_at is not null and kind <> 'about' order by position limit 500)`,
      [most],
    ),
  )
}

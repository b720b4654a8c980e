import { poolOf } from '../pools.ts'

/** A tenant as a host leads to it. `primaryHost` is the own domain that is primary, or null: then it is the free subdomain. */
export interface ResolvedHost {
  tenantId: string
  slug: string
  name: string
  status: 'trial' | 'active' | 'grace' | 'suspended' | 'closed'
  locale: string
  currency: string
  timeZone: string
  revision: number
  primaryHost: string | null
}

const text = `select tenant_id as "tenantId", slug, name, status, locale, currency, time_zone as "timeZone", revision, primary_host as "primaryHost"
  from resolve_host($1, $2)`

/**
 * The tenant behind a host name, or null. Give `slug` when the host is a free subdomain, `hostname` when it may be an own domain.
 * Runs the SECURITY DEFINER function `resolve_host`, the only look across tenants that role `app` has.
 */
export async function resolveHost(input: { hostname: string } | { slug: string }): Promise<ResolvedHost | null> {
  const values = 'slug' in input ? [null, input.slug] : [input.hostname, null]
  const { rows } = await poolOf('app').query<ResolvedHost>({ name: 'resolve_host', text, values })
  return rows[0] ?? null
}

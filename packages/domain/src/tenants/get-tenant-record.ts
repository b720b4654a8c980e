import { isLocale, loadEnv } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import type { TenantRecord } from '../context/index.ts'
import { notFound } from '../errors/index.ts'

/** The tenant's own record, read afresh: for jobs and commands, which have no host to be found by. Throws `not_found`. */
export async function requireTenantRecord(ref: TenantRef): Promise<TenantRecord> {
  const { tenant, primary } = await withTenant(ref, async (db) => ({
    tenant: await db.tenant.findFirst(),
    primary: await db.host.findFirst({ where: { isPrimary: true, state: { in: ['routed', 'certified'] } }, select: { hostname: true } }),
  }))
  if (!tenant) throw notFound()
  const { id, slug, name, status, currency, timeZone, revision } = tenant
  return {
    id,
    slug,
    name,
    status,
    currency,
    timeZone,
    revision,
    locale: isLocale(tenant.locale) ? tenant.locale : 'en',
    primaryHost: primary?.hostname ?? `${slug}.${loadEnv().TENANT_PARENT_DOMAIN}`,
  }
}

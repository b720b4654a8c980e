import type { Env } from '@residency/config'
import type { TenantRecord } from '@residency/domain/context'

/** `https://danny.example`: where a tenant's site is at home, as links in mails, canonical addresses and redirects say it. */
export function publicOrigin(env: Pick<Env, 'PUBLIC_PROTOCOL' | 'PUBLIC_PORT'>, tenant: Pick<TenantRecord, 'primaryHost'>): string {
  const { PUBLIC_PROTOCOL: protocol, PUBLIC_PORT: port } = env
  const isDefault = port === undefined || port === (protocol === 'https' ? 443 : 80)
  return `${protocol}://${tenant.primaryHost}${isDefault ? '' : `:${port}`}`
}

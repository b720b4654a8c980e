import { loadEnv } from '@residency/config'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Escaped, so that ('a:b') and ('a', 'b') never meet in one key. Through a Buffer, because half a surrogate pair can't be escaped. */
const join = (parts: readonly (string | number)[]): string => {
  if (parts.length === 0) throw new Error('A Redis key needs a name')
  return parts.map((part) => encodeURIComponent(Buffer.from(String(part)).toString())).join(':')
}

/**
 * The one constructor of keys that hold a tenant's data: `<prefix>:t:{<tenant>}:<parts…>`. The braces keep a tenant's keys
 * in one slot of a cluster, so that they can be changed together.
 */
export function tenantKey(tenantId: string, ...parts: (string | number)[]): string {
  if (!uuid.test(tenantId)) throw new Error('A tenant id is a lower-case UUID')
  return `${loadEnv().REDIS_PREFIX}:t:{${tenantId}}:${join(parts)}`
}

/** For what belongs to the installation, or is asked before the tenant is known: hosts, counters by address. Never a tenant's data. */
export function installationKey(...parts: (string | number)[]): string {
  return `${loadEnv().REDIS_PREFIX}:i:${join(parts)}`
}

export { parseHost, slugOf } from './parse-host.ts'
export { type Arrival, arrivalOf, ipPrefixOf, trustedProxies } from './proxies.ts'
export { redisDirectory } from './redis-directory.ts'
export { type KnownTenant, type SharedDirectory, TenantDirectory } from './tenant-directory.ts'

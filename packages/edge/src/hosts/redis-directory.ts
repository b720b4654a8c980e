import { limits } from '@residency/config'
import type { ResolvedHost } from '@residency/db'
import { installationKey, redis } from '@residency/integrations/redis'
import type { SharedDirectory } from './tenant-directory.ts'

const hostSeconds = limits.hostCacheTtlMs / 1000
/** Outlives every record it could make old. */
const revisionSeconds = hostSeconds * 4

/** Hosts and announced revisions in Redis, so that a process that starts or forgets does not ask Postgres for what its neighbour knows. */
export const redisDirectory: SharedDirectory = {
  get: async (host) => {
    const kept = await redis('cache').get(installationKey('host', host))
    return kept ? (JSON.parse(kept) as { host: ResolvedHost; storedAt: number }) : null
  },
  put: async (host, found) => {
    await redis('cache').set(installationKey('host', host), JSON.stringify({ host: found, storedAt: Date.now() }), 'EX', hostSeconds)
  },
  revisionOf: async (tenantId) => {
    const revision = await redis('cache').get(installationKey('revision', tenantId))
    return revision === null ? null : Number(revision)
  },
  announce: async (tenantId, revision) => {
    await redis('cache').set(installationKey('revision', tenantId), revision, 'EX', revisionSeconds)
  },
}

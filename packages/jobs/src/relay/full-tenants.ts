import { availableParallelism } from 'node:os'
import { tenantOfJob } from '../queues/job-id.ts'

/** Jobs of one tenant that may wait in the queues or run at once. The rest stays in the database, behind the tenant's own. */
export const mostBusy = 8
/** Rows taken of a tenant at a time. */
export const takenAtOnce = 4
/** Recordings that a process works on at once: each keeps several cores busy by itself, so two are enough for a small machine. */
export const audioSlots = Math.max(2, Math.floor(availableParallelism() / 2))
/** Of one tenant, one slot fewer: however much somebody uploads, another's recording begins at once. */
export const mostAudio = audioSlots - 1
/** Jobs of one tenant that may wait for their next try: a provider that refuses one tenant's mails must not fill the server. */
const mostResting = 200

/**
 * Tenants that have enough in flight. A tenant with ten thousand jobs has `mostBusy` of them in the queue,
 * so that another's next job stands behind that many and not behind ten thousand.
 */
export function fullTenants(inFlight: { busy: readonly string[]; resting: readonly string[] }): string[] {
  const over = (counts: Map<string, number>, most: number) => [...counts].flatMap(([tenantId, many]) => (many > most ? [tenantId] : []))
  return [
    ...new Set([...over(countByTenant(inFlight.busy), mostBusy - takenAtOnce), ...over(countByTenant(inFlight.resting), mostResting)]),
  ]
}

export function countByTenant(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(tenantOfJob(id), (counts.get(tenantOfJob(id)) ?? 0) + 1)
  return counts
}

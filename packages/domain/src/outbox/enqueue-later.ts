import type { TenantDb } from '@residency/db'
import { type JobName, type JobPayload, jobSchemas } from './job-schemas.ts'

/**
 * Writes a job into the outbox, inside the caller's transaction: it is enqueued if and only if the transaction commits.
 * The tenant comes from the database's default.
 */
export async function enqueueLater<N extends JobName>(db: TenantDb, job: N, payload: JobPayload<N>): Promise<void> {
  await db.outboxEvent.create({ data: { job, payload: jobSchemas[job].parse(payload) } })
}

import type { TenantContext } from '../context/index.ts'
import { sessionsOf } from './lucia.ts'

/** Deletes a tenant's sessions that ran out. For the job `session.sweep`. */
export async function sweepSessions(ctx: TenantContext): Promise<void> {
  await sessionsOf(ctx.ref).deleteExpiredSessions()
}

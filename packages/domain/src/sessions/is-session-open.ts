import { readTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'

/** Whether the session this was asked with still lets its person in: for what stays open long after it was let in. Throws `unauthenticated`. */
export async function isSessionOpen(given: TenantContext): Promise<boolean> {
  const { ref, actor, now } = requireAccount(given)
  const text = 'select from session where id = $1 and account_id = $2 and expires_at > $3'
  const rows = await readTenant(ref, (sql) => sql.query('session_is_open', text, [actor.sessionId, actor.accountId, now()]))
  return rows.length > 0
}

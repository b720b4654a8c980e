import { writeTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'

const day = 24 * 3_600_000

export const savePositionSchema = z.object({
  mixId: z.uuid(),
  positionMs: z.number().int().min(0).max(day),
  finished: z.boolean().default(false),
})

// Made only where there is such a mix, and for somebody who wants to be remembered.
const text = `insert into listening_position (account_id, mix_id, position_ms, finished, updated_at)
  select c.id, m.id, $3, $4, $5 from mix m join account c on c.tenant_id = m.tenant_id and c.id = $1 and not c.history_off where m.id = $2
  on conflict (tenant_id, account_id, mix_id) do update
    set position_ms = excluded.position_ms, finished = excluded.finished, updated_at = excluded.updated_at
    where listening_position.updated_at <= excluded.updated_at
  returning id`

/** Where the account is in a mix, for going on from any device. The newest word stands; without a history
 * nothing is kept. Throws `unauthenticated`, `not_found`. */
export async function savePosition(given: TenantContext, input: z.output<typeof savePositionSchema>): Promise<void> {
  const { ref, actor, now } = requireAccount(given)
  const rows = await writeTenant(ref, (sql) =>
    sql.query('listening_position', text, [actor.accountId, input.mixId, input.positionMs, input.finished, now()]),
  )
  if (rows.length > 0) return
  const [known] = await writeTenant(ref, (sql) => sql.query('mix_is_there', 'select from mix where id = $1', [input.mixId]))
  if (!known) throw notFound()
}

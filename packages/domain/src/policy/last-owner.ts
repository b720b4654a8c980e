import type { TenantDb } from '@residency/db'
import { conflict } from '../errors/index.ts'

/**
 * A site is never without an owner. Locks the owners' rows, so that two who go at the same moment go one after the other.
 * Throws `conflict` when `accountId` is the only owner.
 */
export async function requireNotLastOwner(db: TenantDb, accountId: string): Promise<void> {
  const owners = await db.$queryRaw<
    { id: string }[]
  >`select id from account where tenant_id = (select current_tenant()) and role = 'owner' order by id for update`
  if (owners.length === 1 && owners[0]?.id === accountId) throw conflict('account.lastOwner')
}

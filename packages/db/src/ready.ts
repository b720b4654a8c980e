import { endOwner } from './owner.ts'
import { endPlatform } from './platform.ts'
import { endPools, type PoolRole, poolOf } from './pools.ts'
import { endPrisma } from './tenant/with-tenant.ts'

/** Whether the database answers as `role`. */
export async function databaseAnswers(role: Exclude<PoolRole, 'owner'> = 'app'): Promise<boolean> {
  return poolOf(role)
    .query('select 1')
    .then(
      () => true,
      () => false,
    )
}

/** Ends every connection of this process. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([endPrisma(), endPlatform(), endOwner()])
  await endPools()
}

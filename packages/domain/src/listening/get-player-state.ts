import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import { type PlayerState, playerState } from './player-state.ts'

/** What the account's devices last said, or null. Throws `unauthenticated`. */
export async function getPlayerState(given: TenantContext): Promise<PlayerState | null> {
  const { ref, actor } = requireAccount(given)
  const row = await withTenant(ref, (db) => db.playerState.findFirst({ where: { accountId: actor.accountId } }))
  return row && playerState(row)
}

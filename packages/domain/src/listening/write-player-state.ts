import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'
import { announcePlayerState, type PlayerState, playerState } from './player-state.ts'

/** A clock that goes wrong by more is not believed. */
const believedMs = 60_000

/**
 * Says what a device does now. A device that begins to play takes over, whatever it knew; any other word must come from one that knows the
 * newest version. Returns what stands afterwards: this word with its version, or the newer one. Throws `unauthenticated`.
 */
export async function writePlayerState(given: TenantContext, input: PlayerState): Promise<PlayerState> {
  const { ref, actor, now } = requireAccount(given)
  const { accountId } = actor
  const said = new Date(input.at)
  const at = Math.abs(said.getTime() - now().getTime()) > believedMs ? now() : said
  const { version, ...word } = { ...input, rate: Math.round(input.rate * 1000), at }
  const { state, isNew } = await withTenant(ref, async (db) => {
    // Two devices at once: the row is made once, then locked, so that one goes after the other.
    await db.$executeRaw`insert into player_state (account_id, version) values (${accountId}::uuid, 0) on conflict (tenant_id, account_id) do nothing`
    await db.$executeRaw`select from player_state where account_id = ${accountId}::uuid for update`
    const row = await db.playerState.findFirstOrThrow({ where: { accountId } })
    const takesOver = input.playing && input.deviceId !== row.deviceId
    if (version < row.version && !takesOver && input.deviceId !== row.deviceId) return { state: playerState(row), isNew: false }
    const written = await db.playerState.update({ where: db.key(row.id), data: { ...word, version: row.version + 1 } })
    return { state: playerState(written), isNew: true }
  })
  if (isNew) announcePlayerState(ref.tenantId, accountId, state)
  return state
}

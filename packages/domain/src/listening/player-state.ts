import type { TenantDb } from '@residency/db'
import { announce, listen, tenantKey } from '@residency/integrations/redis'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'

const day = 24 * 3_600_000

/** What the account's devices share: who plays, what, where, and what comes next. */
export const playerStateSchema = z.object({
  deviceId: z.uuid().nullable(),
  deviceName: z.string().trim().max(80),
  mixId: z.uuid().nullable(),
  positionMs: z.number().int().min(0).max(day),
  /** 1 is as recorded. */
  rate: z.number().min(0.25).max(4),
  playing: z.boolean(),
  /** When `positionMs` was true. */
  at: z.iso.datetime(),
  queue: z.array(z.uuid()).max(500),
  version: z.number().int().min(0),
})
export type PlayerState = z.output<typeof playerStateSchema>

type Row = NonNullable<Awaited<ReturnType<TenantDb['playerState']['findFirst']>>>

export const playerState = (row: Row): PlayerState => ({
  deviceId: row.deviceId,
  deviceName: row.deviceName,
  mixId: row.mixId,
  positionMs: row.positionMs,
  rate: row.rate / 1000,
  playing: row.playing,
  at: row.at.toISOString(),
  queue: row.queue,
  version: row.version,
})

/** The one constructor of these channels: tenant and account. Nobody hears another's. */
const channel = (tenantId: string, accountId: string): string => tenantKey(tenantId, 'player', accountId)

/** Tells the account's other devices. After commit: what they hear can be read. */
export const announcePlayerState = (tenantId: string, accountId: string, state: PlayerState): void =>
  announce(channel(tenantId, accountId), JSON.stringify(state))

/** Calls `hear` with each change by any device of the account until the returned function is called. Throws `unauthenticated`. */
export function followPlayerState(given: TenantContext, hear: (state: PlayerState) => void): () => void {
  const ctx = requireAccount(given)
  return listen(channel(ctx.tenant.id, ctx.actor.accountId), (text) => hear(JSON.parse(text) as PlayerState))
}

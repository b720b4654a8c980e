import { writeTenant } from '@residency/db'
import type { TenantContext } from '../../context/index.ts'
import { rawPlays } from './raw-plays.ts'

/** Hours of one run: what is left over is due in the next. */
const most = 2_000

// One roll-up of a tenant at a time; another one that comes by leaves it alone.
const claimText = `select pg_try_advisory_xact_lock(hashtextextended('plays.rollup/' || current_tenant(), 0)) as mine`
const dueText = `select hour, version from play_hour_due where hour > $1 order by hour limit 1`
const clearText = 'delete from play_hour where hour = $1'
const fillText = `insert into play_hour (hour, mix_id, kind, source, country, device, plays, listeners, listened_ms, finished)
  select hour, mix_id, kind, source, country, device, plays, listeners, listened_ms, finished
  from (${rawPlays(`p.started_at >= $1 and p.started_at < $1 + interval '1 hour'`)}) r`
// Beats that came in meanwhile have raised the version: then the hour stays due.
const settleText = 'delete from play_hour_due where hour = $1 and version = $2'

/**
 * Makes the sums of each hour anew from its plays, an hour a transaction: a roll-up that is killed leaves either the old sums or the new ones,
 * and the hour due until the new ones stand. Returns how many hours were rolled up.
 */
export async function rollUpPlays(ctx: Pick<TenantContext, 'ref'>): Promise<number> {
  let after = new Date(0)
  for (let count = 0; count < most; count += 1) {
    const hour = await writeTenant(ctx.ref, async (sql) => {
      const [claim] = await sql.query<{ mine: boolean }>('plays_claim', claimText)
      if (!claim?.mine) return null
      const [due] = await sql.query<{ hour: Date; version: number }>('plays_due', dueText, [after])
      if (!due) return null
      await sql.query('plays_clear', clearText, [due.hour])
      await sql.query('plays_fill', fillText, [due.hour])
      await sql.query('plays_settle', settleText, [due.hour, due.version])
      return due.hour
    })
    if (!hour) return count
    after = hour
  }
  return most
}

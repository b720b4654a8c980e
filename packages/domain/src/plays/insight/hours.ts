import { rawPlays } from '../rollup/raw-plays.ts'

/**
 * `h`: the sums of the hours from `$1` to `$2` of all mixes or of `$3`. Hours that are due are summed from their plays at once, the others are read
 * as they were rolled up: so it is true at any moment, however late the roll-up.
 */
export const hoursCte = `due as materialized (select hour from play_hour_due where hour >= $1 and hour < $2),
  h as materialized (
    select hour, mix_id, kind, source, country, device, plays, listeners, listened_ms, finished from play_hour r
    where r.hour >= $1 and r.hour < $2 and ($3::uuid is null or r.mix_id = $3) and not exists (select from due d where d.hour = r.hour)
    union all
    ${rawPlays(
      'p.started_at >= $1 and p.started_at < $2 and ($3::uuid is null or p.mix_id = $3)',
      `join due d on p.started_at >= d.hour and p.started_at < d.hour + interval '1 hour'`,
    )}
  )`

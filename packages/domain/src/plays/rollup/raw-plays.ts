/**
 * Plays summed by hour, mix, kind, source, country and device: the one text by which an hour is rolled up, and read while it is not.
 * @param where a condition on `play p`, written by us
 */
export const rawPlays = (
  where: string,
  join = '',
): string => `select date_trunc('hour', p.started_at, 'UTC') as hour, p.mix_id, p.kind, p.source,
    coalesce(p.country, '') as country, p.device, (count(*) filter (where p.counted))::int as plays,
    (count(distinct p.listener) filter (where p.counted))::int as listeners, sum(p.listened_ms)::bigint as listened_ms,
    (count(*) filter (where p.counted and p.finished))::int as finished
  from play p ${join} where ${where} group by 1, 2, 3, 4, 5, 6`

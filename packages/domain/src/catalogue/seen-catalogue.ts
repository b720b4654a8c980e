import type { TenantSql } from '@residency/db'
import { highestTier } from '../access/index.ts'
import type { TenantContext } from '../context/index.ts'
import { catalogueCte } from './mix-summary.ts'

/**
 * The catalogue as an account sees it: what everybody sees, and before its time what its tier opens early (access/standing.ts says who hears
 * it). `account` is the number of the statement's value.
 */
const memberCte = (account: number): string => `mine as materialized (${highestTier.replace('$2', `$${account}::uuid`)}),
catalogue as (
  select m.*, row_number() over (order by m.published_at, m.id)::int as number from mix m left join mine on true
  where (m.publication = 'published' and m.published_at <= now())
    or (m.publication in ('published', 'scheduled') and m.recording_id is not null and m.early_access and m.published_at <= now() + make_interval(hours => mine."earlyAccessHours")
      and (m.exclusive_tier_id is null or mine.rank >= (select e.rank from tier e where e.id = m.exclusive_tier_id)))
)`

/**
 * Asks a statement of the catalogue as the one who asks sees it. `text` makes it of the catalogue's expression; an account's own comes with
 * one value more, behind the others.
 */
export function querySeen<Row extends object>(
  sql: TenantSql,
  { actor }: Pick<TenantContext, 'actor'>,
  name: string,
  text: (cte: string) => string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return actor.kind === 'account'
    ? sql.query<Row>(`${name}_account`, text(memberCte(values.length + 1)), [...values, actor.accountId])
    : sql.query<Row>(name, text(catalogueCte), [...values])
}

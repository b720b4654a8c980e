import { readTenant, type TenantRef, type TenantSql } from '@residency/db'
import type { AccountRole, LocalizedText } from '../context/index.ts'
import { can } from '../policy/index.ts'
import { decideStanding, type Standing, type StandingFacts } from './standing.ts'

/** Who asks to hear which mix. */
export interface Listener {
  mixId: string
  accountId: string | null
  /** SHA-256 of a listen link's token, in hexadecimal. */
  linkHash: string | null
}

type Row = Omit<StandingFacts, 'now' | 'isCrew' | 'tier' | 'exclusive'> & {
  role: AccountRole | null
  tier: StandingFacts['tier']
  exclusive: { rank: number; name: LocalizedText } | null
}

/** The tier of the account `$2` that ranks highest, of those it is in now. */
export const highestTier = `select t.rank, t.name, t.quality, t.early_access_hours as "earlyAccessHours", t.downloads
  from membership s join tier t on t.tenant_id = s.tenant_id and t.id = s.tier_id
  where s.account_id = $2 and s.starts_at <= now() and s.ended_at is null and (s.ends_at is null or s.ends_at > now()) order by t.rank desc limit 1`

// What is out as soon as its audio is ready is not out before.
const text = `select case when m.publication = 'scheduled' and m.recording_id is null then 'draft' else m.publication end as publication,
    m.published_at as "publishedAt", m.early_access as "earlyAccess", m.downloadable,
    (select json_build_object('rank', e.rank, 'name', e.name) from tier e where e.id = m.exclusive_tier_id) as exclusive,
    (select role from account a where a.id = $2) as role, (select to_json(h) from (${highestTier}) h) as tier,
    exists (select from listen_link l where l.mix_id = m.id and l.token_hash = $3 and l.revoked_at is null and l.expires_at > now()) as "hasLink"
  from mix m where m.id = $1`

/** Inside a transaction that is open already. Null: there is no such mix. */
export async function readStanding(sql: TenantSql, listener: Listener, now: Date): Promise<Standing | null> {
  const [row] = await sql.query<Row>('standing', text, [listener.mixId, listener.accountId, listener.linkHash])
  if (!row) return null
  return decideStanding({ ...row, now, isCrew: row.role !== null && can(row.role, 'catalogue.edit') })
}

/** What a listener may hear of a mix at this moment, or null when there is no such mix. */
export const getStanding = (ref: TenantRef, listener: Listener): Promise<Standing | null> =>
  readTenant(ref, (sql) => readStanding(sql, listener, new Date()))

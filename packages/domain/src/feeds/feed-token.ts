import type { TenantSql } from '@residency/db'
import { hashToken } from '../secrets/index.ts'

/** A member's own podcast, as a request's token names it. */
export interface MemberFeed {
  feedTokenId: string
  accountId: string
  memberName: string
  createdAt: Date
}

// Revoked, or the account in no tier any more: there is no such feed, from the next request on.
const member = `select f.id as "feedTokenId", f.account_id as "accountId", a.name as "memberName", f.created_at as "createdAt"
  from feed_token f join account a on a.tenant_id = f.tenant_id and a.id = f.account_id
  where f.revoked_at is null and exists (select from membership s where s.account_id = f.account_id and s.starts_at <= now()
    and s.ended_at is null and (s.ends_at is null or s.ends_at > now()))`

/** Inside a transaction that is open already. Null: unknown, revoked, or no member any more. */
export async function readMemberFeed(sql: TenantSql, unverifiedToken: string): Promise<MemberFeed | null> {
  const [feed] = await sql.query<MemberFeed>('feed_by_token', `${member} and f.token_hash = $1`, [hashToken(unverifiedToken)])
  return feed ?? null
}

export async function readMemberFeedById(sql: TenantSql, feedTokenId: string): Promise<MemberFeed | null> {
  const [feed] = await sql.query<MemberFeed>('feed_by_id', `${member} and f.id = $1`, [feedTokenId])
  return feed ?? null
}

import { readTenant, writeTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { episodeTicket } from './episode-ticket.ts'
import { type Episode, readEpisodes } from './episodes.ts'
import { readMemberFeed } from './feed-token.ts'

/** The podcast for everybody: what anybody may hear, newest first. */
export const getPodcast = (ctx: TenantContext): Promise<Episode[]> => readTenant(ctx.ref, (sql) => readEpisodes(sql, null, ctx.now()))

export interface MemberPodcast {
  memberName: string
  /** Each with the part of its address that opens it. */
  episodes: (Episode & { ticket: string })[]
}

/** A member's own podcast: early and exclusive mixes too, as their tier says. Throws `not_found`: no such feed, revoked, or no member any more. */
export async function requireMemberPodcast(ctx: TenantContext, input: { unverifiedToken: string }): Promise<MemberPodcast> {
  const found = await readTenant(ctx.ref, async (sql) => {
    const feed = await readMemberFeed(sql, input.unverifiedToken)
    return feed && { feed, episodes: await readEpisodes(sql, feed.accountId, ctx.now()) }
  })
  if (!found) throw notFound()
  const { feed, episodes } = found
  // Apps ask every few minutes: an hour is fine enough for "last used".
  await writeTenant(ctx.ref, (sql) =>
    sql.query(
      'feed_used',
      `update feed_token set last_used_at = now() where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 hour')`,
      [feed.feedTokenId],
    ),
  )
  return {
    memberName: feed.memberName,
    episodes: episodes.map((episode) => ({ ...episode, ticket: episodeTicket(ctx.tenant.id, feed, episode.mixId) })),
  }
}

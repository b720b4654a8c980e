import { z } from 'zod'
import { readSignedToken, signToken } from '../secrets/index.ts'
import type { MemberFeed } from './feed-token.ts'

const tenYearsMs = 10 * 365 * 24 * 3_600_000
const shape = z.tuple([z.uuid(), z.uuid()])
const purpose = (tenantId: string): string => `feed:${tenantId}`

/**
 * Part of an episode's address in a member's feed: opens nothing but this mix, and only while the feed stands. The same each time, so that an app
 * that has the episode does not fetch it again.
 */
export const episodeTicket = (tenantId: string, feed: MemberFeed, mixId: string): string =>
  signToken(purpose(tenantId), [feed.feedTokenId, mixId], new Date(feed.createdAt.getTime() + tenYearsMs))

export function readEpisodeTicket(tenantId: string, unverified: string, now: Date): { feedTokenId: string; mixId: string } | null {
  const value = readSignedToken(purpose(tenantId), unverified, shape, now)
  return value && { feedTokenId: value[0], mixId: value[1] }
}

import { readTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requireAccount } from '../policy/index.ts'

export interface LikedMix {
  mixId: string
  slug: string
  title: string
  likedAt: Date
  /** Still to be seen by everybody; else it is told without a link. */
  isPublic: boolean
}

const likesText = `select m.id as "mixId", m.slug, m.title, l.created_at as "likedAt", m.publication = 'published' and m.published_at <= now() as "isPublic"
  from mix_like l join mix m on m.tenant_id = l.tenant_id and m.id = l.mix_id where l.account_id = $1 order by l.id desc limit 200`

/** What the account follows and likes, newest first (200 at most). Throws `unauthenticated`. */
export async function getMyCommunity(given: TenantContext): Promise<{ following: boolean; likes: LikedMix[] }> {
  const { ref, actor } = requireAccount(given)
  return readTenant(ref, async (sql) => {
    const likes = await sql.query<LikedMix>('my_likes', likesText, [actor.accountId])
    const follows = await sql.query('my_follow', 'select from follow where account_id = $1', [actor.accountId])
    return { following: follows.length > 0, likes }
  })
}

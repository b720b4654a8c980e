import type { MixCommunity } from '@residency/domain/community'
import { allows } from '@residency/domain/policy'
import { hrefOf } from './links.ts'
import type { SiteRequest } from './site-request.ts'

export interface CommentShown {
  id: string
  atMs: number
  body: string
  author: string
  isCrew: boolean
  /** ISO 8601, UTC. */
  createdAt: string
  isMine: boolean
  isHidden: boolean
  isHeld: boolean
  isReported: boolean
}

export interface CommunityView {
  mix: { id: string; href: string; title: string; playable: boolean }
  /** What fans say of it, in full, and where forms go. */
  href: string
  likes: number
  liked: boolean
  following: boolean
  /** Whether the reader may speak, and if not why. */
  speaking: 'open' | 'closed' | 'signIn' | 'unheard'
  mayModerate: boolean
  comments: CommentShown[]
  total: number
  page: number
  pageCount: number
  markers: { ms: number; count: number }[]
  timeZone: string
}

/** `link`: the listen link it was opened by goes on to wherever one goes from here. */
export function communityView(site: SiteRequest, found: MixCommunity, link: string | null = null): CommunityView {
  const { mix, likes, liked, following, comments, total, page, pageCount, markers } = found
  const { actor, tenant } = site.ctx
  const href = hrefOf(site, `/mixes/${mix.slug}`)
  const by = link ? `?${new URLSearchParams({ link })}` : ''
  const speaking = actor.kind !== 'account' ? 'signIn' : !found.maySpeak ? 'unheard' : found.commentsOpen ? 'open' : 'closed'
  return {
    mix: { id: mix.id, href: href + by, title: mix.title, playable: mix.isPlayable },
    href: `${href}/comments${by}`,
    ...{ likes, liked, following, speaking },
    mayModerate: allows(actor, 'moderation.act'),
    comments: comments.map(({ createdAt, ...comment }) => ({ ...comment, createdAt: createdAt.toISOString() })),
    ...{ total, page, pageCount, markers, timeZone: tenant.timeZone },
  }
}

import type { TenantDb } from '@residency/db'

/** What an account has said, for the file of its data: inside the caller's transaction. */
export async function exportCommunity(db: TenantDb, accountId: string) {
  const mix = { select: { title: true } } as const
  const oldest = { createdAt: 'asc' } as const
  const likes = await db.mixLike.findMany({ where: { accountId }, orderBy: oldest, include: { mix } })
  const follow = await db.follow.findFirst({ where: { accountId } })
  const comments = await db.mixComment.findMany({ where: { accountId }, orderBy: oldest, include: { mix } })
  const reports = await db.commentReport.findMany({ where: { reporterId: accountId }, orderBy: oldest })
  const suggestions = await db.trackSuggestion.findMany({ where: { accountId }, orderBy: oldest })
  return {
    likes: likes.map((like) => ({ mix: like.mix.title, at: like.createdAt })),
    followingSince: follow?.createdAt ?? null,
    comments: comments.map(({ mix: of, atMs, body, createdAt, hiddenAt }) => ({ mix: of.title, atMs, body, createdAt, hiddenAt })),
    reportsOfComments: reports.map(({ reason, createdAt }) => ({ reason, createdAt })),
    trackSuggestions: suggestions.map(({ title, artist, state, createdAt }) => ({ title, artist, state, createdAt })),
  }
}
